from django.db import migrations, models


class Migration(migrations.Migration):
    operations = [
        migrations.CreateModel(
            name="Badge",
            fields=[
                ("id", models.AutoField(primary_key=True)),
                ("name", models.CharField(max_length=200)),
                ("room", models.IntegerField()),
            ],
        ),
        migrations.RunSQL(
            'CREATE UNIQUE INDEX "badge_lower" ON "shop_badge" (lower(name), room);',
        ),
    ]
