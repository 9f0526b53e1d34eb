"""Structure, sentences, stems, keywords and summaries from Indonesian news."""

__version__ = "0.3.0"
