from leopold.signals.patterns import Group

GROUPS: tuple[Group, ...] = ()
