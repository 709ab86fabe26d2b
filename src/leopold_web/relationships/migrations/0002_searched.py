from typing import Any

from django.db import migrations, models


def fill(apps: Any, _editor: Any) -> None:
    """Give relationships of before what they are found by; the next analysis writes the same."""
    for row in apps.get_model("relationships", "Relationship").objects.select_related("organization"):
        names = [row.organization.name, *row.organization.domains]
        for person in row.people.order_by("pk"):
            names += [person.name, *person.addresses.order_by("pk").values_list("email", flat=True)]
        row.searched = "\n".join(dict.fromkeys(names)).casefold()
        row.save(update_fields=["searched"])


class Migration(migrations.Migration):
    dependencies = [("relationships", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="relationship", name="searched", field=models.TextField(blank=True, default=""), preserve_default=False
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
