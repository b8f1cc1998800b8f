"""Better names."""

from alembic import op

revision = "0002"


def upgrade():
    op.rename_table("old_boxes", "boxes")
    op.rename_table("old_lids", "lids")


def downgrade():
    op.rename_table("boxes", "old_boxes")
    op.rename_table("lids", "old_lids")
