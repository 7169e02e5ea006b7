"""Sends one call of each kind with Segment's own library: python3 segment_client.py HOST WRITE_KEY"""

import datetime
import sys

from segment.analytics.client import Client

failures = []
client = Client(
    sys.argv[2], host=sys.argv[1], gzip=True, max_retries=1, on_error=lambda error, items: failures.append(str(error))
)
at = datetime.datetime(2025, 7, 1, 12, 0, 0, tzinfo=datetime.timezone.utc)
client.identify("u1", {"email": "ada@example.com", "address": {"city": "Köln"}, "employees": 300}, timestamp=at)
client.track("u1", "Order Completed", {"total": 12.5, "items": [1, 2]}, timestamp=at, message_id="m-track")
client.page("u1", "Docs", "Pricing", {"url": "https://example.com/pricing"}, timestamp=at)
client.screen("u1", "App", "Home", timestamp=at)
client.group("u1", "acme", {"employees": 300}, timestamp=at)
client.alias("a1", "u1", timestamp=at)
client.flush()
client.join()
if failures:
    sys.exit("; ".join(failures))
