"""Keys that say which size of lead they reach; all links are made anew, since there are other keys now."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of keys anew, and forget all nodes and links: they follow from findings and judgements."""
    for table in ("members", "node_keys", "nodes"):
        op.execute(f"DELETE FROM {table}")
    op.drop_table("node_keys")
    op.create_table(
        "node_keys",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column("leads", sa.Boolean, primary_key=True),
        sa.Column("node_id", sa.String, primary_key=True),
        sa.Column("reach", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
