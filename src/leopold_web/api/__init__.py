"""The API at /api/v1: what the pages show and do, as JSON, by the same actions and behind the same gate."""
