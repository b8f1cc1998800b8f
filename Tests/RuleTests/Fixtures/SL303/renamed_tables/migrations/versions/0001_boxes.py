"""Boxes, each with another plain title."""

import sqlalchemy as sa
from alembic import op

revision = "0001"


def upgrade():
    op.create_table("old_boxes", sa.Column("id", sa.Integer, primary_key=True), sa.Column("title", sa.Text))
    op.execute("CREATE UNIQUE INDEX box_title ON old_boxes (plain_title(title))")
    op.create_table("old_lids", sa.Column("id", sa.Integer, primary_key=True), sa.Column("title", sa.Text))


def downgrade():
    op.drop_table("old_boxes")
    op.drop_table("old_lids")
