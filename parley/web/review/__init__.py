"""The pages and addresses on which people judge what readers found."""
