"""What findings are resolved into, and what people judge of them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables of nodes, members and judgements, and whether a finding stands."""
    op.add_column("findings", sa.Column("standing", sa.Text, nullable=False, server_default="read"))
    _nodes()
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("document_id", sa.String, index=True),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )


def _nodes() -> None:
    op.create_table(
        "nodes",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("profiles", sa.Text, nullable=False),
        sa.Column("report", sa.String, index=True),
        sa.Column("lead", sa.String, index=True),
        sa.Column("ground", sa.Text),
        sa.Column("weight", sa.Float),
    )
    op.create_table(
        "node_keys",
        sa.Column("key", sa.BigInteger, primary_key=True),
        sa.Column("leads", sa.Boolean, primary_key=True),
        sa.Column("node_id", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "members",
        sa.Column("finding_id", sa.String, sa.ForeignKey("findings.id"), primary_key=True),
        sa.Column("node_id", sa.String, sa.ForeignKey("nodes.id"), nullable=False, index=True),
        sqlite_with_rowid=False,
    )
