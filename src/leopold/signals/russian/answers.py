"""Russian: asking again, and questions that went without an answer."""

from leopold.signals.patterns import Group

GROUPS = (
    Group(
        "repeat_request.chase",
        0.6,
        """
        (повторно|еще раз|снова|опять|вторично) ~2 (прош*|запраш*|напомин*|обраща*|пишу|спраш*)
        (второй|третий|четвертый|пятый) раз ~3 (прош*|пиш*|спраш*|напомин*|обраща*)
        (до сих пор|так и) ~2 (нет|не) ~2 (ответ*|получ*)
        """,
    ),
)
