"""The record in a browser: pages and a JSON API over the same answers."""
