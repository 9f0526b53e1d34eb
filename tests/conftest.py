"""Settings of all tests."""

from hypothesis import HealthCheck, settings

# a machine that is busy with other work makes texts slowly, which is no fault of what is tested
settings.register_profile("newskit", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newskit")
