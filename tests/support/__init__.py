"""What tests look at the output with: PDF tools, veraPDF, Chromium."""
