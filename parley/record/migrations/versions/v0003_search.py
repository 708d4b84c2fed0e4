"""Which write last changed a document or a link, and an index of all words, which triggers keep."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Number the writes, and index the words of what is there, where the database can."""
    op.add_column("documents", sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_documents_revision", "documents", ["revision"])
    op.add_column("nodes", sa.Column("revision", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_nodes_revision", "nodes", ["revision"])
    if op.get_bind().dialect.name == "sqlite":
        for statement in (*_TABLES, *_TRIGGERS, *_FILLING):
            op.execute(statement)


def _field(name: str) -> str:
    return f"json_extract(body, '$.{name}')"


def _list(name: str, item: str = "value", between: str = ", ") -> str:
    return f"(SELECT group_concat({item}, '{between}') FROM json_each(body, '$.{name}'))"


def _other_than(name: str, other: str) -> str:
    """A field, where it does not say the same as another one: a state that speaks is its own party."""
    return f"nullif({_field(name)}, {_field(other)})"


_CLAIM = "coalesce(json_extract(value, '$.party') || ': ', '') || json_extract(value, '$.claim')"
_ANSWERING = "json_extract(value, '$.party')"
_WORDS_OF = {
    "actor": (_field("name"), _field("role"), _other_than("party", "name"), _list("aliases")),
    "statement": (
        _field("speaker"),
        _other_than("party", "speaker"),
        _field("content"),
        _field("channel"),
        _list("chain"),
    ),
    "position": (_field("holder"), _other_than("party", "holder"), _field("measure"), _field("condition")),
    "meeting": (_list("parties"), _field("place"), _list("participants"), _field("mediator"), _field("duration")),
    "proposal": (_field("title"), _field("issuer"), _list("responses", _ANSWERING)),
    "figure": (_field("of"),),
    "dispute": (_field("topic"), _list("claims", _CLAIM, " / ")),
}


def _kind(kind: str, words: tuple[str, ...]) -> str:
    joined = " || ".join(f"coalesce(' · ' || {each}, '')" for each in words)
    return f"WHEN '{kind}' THEN substr({joined}, 4)"


# A damaged body has no words: it must not keep a record from being opened and told to be damaged.
_WORDS = f"CASE WHEN json_valid(body) THEN CASE kind {' '.join(_kind(*each) for each in _WORDS_OF.items())} END END"

# `searched` numbers what the index holds: the tables' own row numbers will not do, for VACUUM may change them. It keeps
# the words of findings, since the index cannot look into JSON itself; the index keeps no text, and reads what it has to
# show of reports through `searchable`. What does not stand has no words and is not in the index.
_TABLES = (
    "CREATE TABLE searched (number INTEGER PRIMARY KEY, id VARCHAR NOT NULL UNIQUE, kind TEXT NOT NULL, words TEXT)",
    f"CREATE VIEW worded AS SELECT id, kind, {_WORDS} AS words FROM findings WHERE standing <> 'out'",
    """CREATE VIEW searchable AS SELECT number, title, coalesce(searched.words, text) AS words
    FROM searched LEFT JOIN documents ON documents.id = searched.id""",
    """CREATE VIRTUAL TABLE search USING fts5(
        title, words, content='searchable', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
    )""",
    "INSERT INTO search(search, rank) VALUES ('rank', 'bm25(4.0, 1.0)')",
)
_PUT = """INSERT INTO search(rowid, title, words) SELECT number, title, searchable.words
FROM searched JOIN searchable USING (number) WHERE id = new.id;"""
_NEW_DOCUMENT = f"INSERT INTO searched(id, kind) VALUES (new.id, 'document'); {_PUT}"
_NEW_FINDING = f"INSERT INTO searched(id, kind, words) SELECT id, kind, words FROM worded WHERE id = new.id; {_PUT}"
# What is taken out is given as it was put in: the index does not know its own words.
_OLD = "INSERT INTO search(search, rowid, title, words) SELECT 'delete', number"
_OLD_DOCUMENT = f"{_OLD}, old.title, old.text FROM searched WHERE id = old.id; DELETE FROM searched WHERE id = old.id;"
_OLD_FINDING = f"{_OLD}, NULL, words FROM searched WHERE id = old.id; DELETE FROM searched WHERE id = old.id;"
_OTHER = "(new.id, new.kind, new.body, new.standing = 'out') IS NOT (old.id, old.kind, old.body, old.standing = 'out')"
_TRIGGERS = (
    f"CREATE TRIGGER search_new_document AFTER INSERT ON documents BEGIN {_NEW_DOCUMENT} END",
    f"CREATE TRIGGER search_old_document AFTER DELETE ON documents BEGIN {_OLD_DOCUMENT} END",
    f"""CREATE TRIGGER search_other_document AFTER UPDATE OF id, title, text ON documents
    BEGIN {_OLD_DOCUMENT} {_NEW_DOCUMENT} END""",
    f"CREATE TRIGGER search_new_finding AFTER INSERT ON findings BEGIN {_NEW_FINDING} END",
    f"CREATE TRIGGER search_old_finding AFTER DELETE ON findings BEGIN {_OLD_FINDING} END",
    f"""CREATE TRIGGER search_other_finding AFTER UPDATE OF id, kind, body, standing ON findings
    WHEN {_OTHER} BEGIN {_OLD_FINDING} {_NEW_FINDING} END""",
)
_FILLING = (
    "INSERT INTO searched(id, kind) SELECT id, 'document' FROM documents ORDER BY id",
    "INSERT INTO searched(id, kind, words) SELECT id, kind, words FROM worded ORDER BY id",
    "INSERT INTO search(search) VALUES ('rebuild')",
)
