"""What is owed and what to expect of it: worked out after each analysis, and put together for pages and the API."""
