"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of an empty record."""
    _documents()
    _findings()
    _links()


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published_first", sa.Date),
        sa.Column("published_last", sa.Date),
        sa.Column("published_precision", sa.Text),
        sa.Column("published_basis", sa.Text),
        sa.Column("voice", sa.String, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("sketch", sa.Text),
        sa.Column("furniture", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )


def _findings() -> None:
    op.create_table(
        "findings",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("kind", sa.Text, nullable=False, index=True),
        sa.Column("party", sa.Text),
        sa.Column("issue", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("first_day", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("confidence", sa.Float, nullable=False),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )


def _links() -> None:
    op.create_table(
        "spans",
        sa.Column("finding_id", sa.String, sa.ForeignKey("findings.id"), primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("start", sa.Integer, primary_key=True),
        sa.Column("end", sa.Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    for table, column, index in (("parties", "party", True), ("names", "name", None)):
        op.create_table(
            table,
            sa.Column("finding_id", sa.String, sa.ForeignKey("findings.id"), primary_key=True),
            sa.Column(column, sa.Text, primary_key=True, index=index),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "sketch_keys",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), primary_key=True, index=True),
        sa.Column("number", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
