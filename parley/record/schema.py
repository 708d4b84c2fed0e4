"""The tables of a record. Each change here is a new file in `migrations/versions` and a new HEAD."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Date, Float, ForeignKey, Integer, MetaData, String, Table, Text

HEAD = "0004"
"""The revision that this code reads and writes."""

VERSION_TABLE = "parley_version"

metadata = MetaData()

only_sqlite = MetaData()
"""What a record has in SQLite alone."""

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("slug", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("published_first", Date),
    Column("published_last", Date),
    Column("published_precision", Text),
    Column("published_basis", Text),
    # Copies of one text share a voice: the smallest of their ids, so that it does not depend on who came first.
    Column("voice", String, ForeignKey("documents.id"), nullable=False, index=True),
    # Made from the document, its sketch and all its findings, so that nothing can be lost or altered unseen.
    Column("seal", Text, nullable=False),
    Column("sketch", Text),
    Column("furniture", Text, nullable=False),
    Column("text", Text, nullable=False),
    # The number of the write that last changed what is found in it or stands.
    Column("revision", Integer, nullable=False, server_default="0", index=True),
)

# The body holds the whole finding as JSON; the columns beside it repeat what questions filter by.
findings = Table(
    "findings",
    metadata,
    Column("id", String, primary_key=True),
    Column("document_id", String, ForeignKey("documents.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False, index=True),
    Column("party", Text),
    Column("issue", Text),
    Column("name", Text),
    Column("first_day", Date),
    Column("last_day", Date),
    Column("confidence", Float, nullable=False),
    Column("reader", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("standing", Text, nullable=False, server_default="read"),
)


def _of_finding() -> Column[str]:
    return Column("finding_id", String, ForeignKey("findings.id"), primary_key=True)


# In SQLite these four are kept in the order of their keys, so that a look-up reads one stretch of the file.
spans = Table(
    "spans",
    metadata,
    _of_finding(),
    Column("role", Text, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

# Parties and names are folded to lower case: these tables are for searching, the body has them as they are.
parties = Table(
    "parties",
    metadata,
    _of_finding(),
    Column("party", Text, primary_key=True, index=True),
    sqlite_with_rowid=False,
)

names = Table(
    "names",
    metadata,
    _of_finding(),
    Column("name", Text, primary_key=True),
    sqlite_with_rowid=False,
)

# Keys are text, since a hash may be larger than the integers of some databases; `number` is how many the document has.
sketch_keys = Table(
    "sketch_keys",
    metadata,
    Column("key", Text, primary_key=True),
    Column("document_id", String, ForeignKey("documents.id"), primary_key=True, index=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# What findings are resolved into: findings that say the same of their subject are members of one node, and nodes of one
# thing have one lead. All of it follows from findings and judgements; `verify` proves it.
nodes = Table(
    "nodes",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("profiles", Text, nullable=False),
    Column("report", String, index=True),
    Column("lead", String, index=True),
    Column("ground", Text),
    # Of the ground, or, where it leads because it cannot choose, of each of the leads that are equally good.
    Column("weight", Float),
    # The write that last changed its link, numbered as the documents are.
    Column("revision", Integer, nullable=False, server_default="0", index=True),
)

# Keys are hashes of what `resolve` calls keys; two that clash cost a comparison and change nothing. There are many: the
# table has no other index than its own order, and a node's keys are found again from its profiles and its link. By some
# a node is found as a lead, and they have its size; by others it looks for leads that would change its link, and they
# say which size these reach.
node_keys = Table(
    "node_keys",
    metadata,
    Column("key", BigInteger, primary_key=True),
    Column("leads", Boolean, primary_key=True),
    Column("node_id", String, primary_key=True),
    Column("reach", Integer, nullable=False),
    sqlite_with_rowid=False,
)

members = Table(
    "members",
    metadata,
    Column("finding_id", String, ForeignKey("findings.id"), primary_key=True),
    Column("node_id", String, ForeignKey("nodes.id"), nullable=False, index=True),
    sqlite_with_rowid=False,
)

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("document_id", String, index=True),
    Column("body", Text, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# Every document and every finding that stands has a number here, a finding its words too, and both a row of that number
# in the index of words. Triggers keep them, which the migrations make, and `worded` says which words a finding has.
searched = Table(
    "searched",
    only_sqlite,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("words", Text),
)

worded = Table(
    "worded",
    only_sqlite,
    Column("id", String, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("words", Text),
)

search = Table(
    "search",
    only_sqlite,
    Column("rowid", Integer, primary_key=True),
    Column("search", Text),
    Column("rank", Float),
)
