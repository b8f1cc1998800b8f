from alembic import op


def upgrade():
    op.execute("CREATE UNIQUE INDEX crate_plain ON crates (plain_text(title))")


def downgrade():
    op.execute("DROP INDEX crate_plain")
