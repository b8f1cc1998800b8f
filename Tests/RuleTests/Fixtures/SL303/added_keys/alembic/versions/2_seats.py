from alembic import op

revision = "2"


def upgrade():
    op.create_index("one_seat", "seats", ["show", "number"], unique=True)


def downgrade():
    op.drop_index("one_seat")
