"""Who is held on what terms, and where each legal process stands."""
