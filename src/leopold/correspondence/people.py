"""Who is who: addresses to people, people to organizations, organizations to sides."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from leopold.correspondence.domains import main_label, organization_domain, plain_mailbox, registrable
from leopold.correspondence.names import fits, from_label, plain_name
from leopold.correspondence.ours import infer_ours
from leopold.correspondence.roles import is_role, is_role_name
from leopold.model import Address, Message, Organization, Person, Side

__all__ = ["Directory", "infer_ours"]

_VIA = re.compile(r"^['\"]?(.+?)['\"]?\s+(?:via|через)\s+\S.*$", re.IGNORECASE)
_FIRM = re.compile(r"^(?P<person>[^(|]+?)\s*(?:\((?P<inside>[^()]{3,60})\)|\|\s*(?P<behind>[^|]{3,60}))\s*$")
_ADDRESS_IN_NAME = re.compile(r"\S+@\S+")


class Directory:
    """The people and organizations of a correspondence.

    `ours` are our domains; an address with "@" among them is one of ours that stands on a domain anybody may use.
    An organization is its registrable domain. Whoever writes from free mail is a party of their own, known by their
    address without its plus-tag.
    """

    def __init__(self, ours: Iterable[str]) -> None:
        given = [each.strip().lower() for each in ours if each.strip()]
        self._our_addresses = {plain_mailbox(each) for each in given if not each.startswith("@") and "@" in each}
        self._our_domains = {registrable(each.lstrip("@")) for each in given if each.rfind("@") < 1}
        self._seen: Counter[Address] = Counter()
        self._sides: dict[str, Side] = {}

    def domain(self, email: str) -> str:
        """Return the registrable domain of the address, "" for a private one and for none."""
        return organization_domain(email)

    def party(self, email: str) -> str:
        """Return what the address belongs to: its organization's domain, or itself where it is private; "" for none."""
        return organization_domain(email) or (plain_mailbox(email) if "@" in email else "")

    def side(self, email: str) -> Side:
        """Return whose the address is; whoever is not ours is theirs."""
        if email not in self._sides:
            domain = organization_domain(email) or registrable(email.rpartition("@")[2])
            ours = domain in self._our_domains or plain_mailbox(email) in self._our_addresses
            self._sides[email] = "ours" if ours else "theirs"
        return self._sides[email]

    def counterparties(self, message: Message) -> tuple[str, ...]:
        """Return the parties of the other side that wrote the letter or were sent it, each once, sorted.

        None when nobody of ours took part: a letter between others is no letter of a relationship of ours. A letter
        that names no reader at all was sent to us.
        """
        found, ours = set(), not any(each.email for each in (*message.to, *message.cc))
        for each in (message.sender, *message.to, *message.cc):
            if each.email and self.side(each.email) == "ours":
                ours = True
            elif each.email:
                found.add(self.party(each.email))
        return tuple(sorted(found - {""})) if ours else ()

    def observe(self, message: Message) -> None:
        """Learn the names and addresses of a letter."""
        self._seen.update((message.sender, *message.to, *message.cc))

    def people(self) -> list[Person]:
        """Return the humans seen, sorted by organization and name.

        Addresses of one organization that bear one full name are one person. A role's address (info@, billing@) is a
        person only where it bears a human's name.
        """
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for address, count in self._seen.items():
            if "@" in address.email:
                names[plain_mailbox(address.email)][_human(address.name)] += count
        together: dict[tuple[str, str], list[str]] = defaultdict(list)
        for email in sorted(names):
            name = _best(names[email])
            if not is_role(email) or self._is_human(name, email):
                full = " ".join(sorted(name.casefold().split())) if " " in name else email
                together[organization_domain(email), full if organization_domain(email) else email].append(email)
        people = [self._person(domain, emails, names) for (domain, _), emails in together.items()]
        return sorted(people, key=lambda person: (person.organization, person.name, person.emails))

    def organizations(self) -> list[Organization]:
        """Return the organizations seen, ours included, sorted by domain."""
        domains = {organization_domain(address.email) for address in self._seen} - {""}
        names = self._names_of_firms()
        return [Organization(self._name(domain, names), (domain,)) for domain in sorted(domains)]

    def _name(self, domain: str, names: dict[str, Counter[str]]) -> str:
        label = main_label(domain)
        likely = [(count, name) for name, count in names[domain].items() if fits(name, label) >= 0.8]
        return max(likely)[1] if likely else from_label(label)

    def _names_of_firms(self) -> dict[str, Counter[str]]:
        """Names that stand in display names: "Ivan Petrov (Romashka)", "Romashka <info@romashka.example>"."""
        names: dict[str, Counter[str]] = defaultdict(Counter)
        for address, count in self._seen.items():
            if address.name and (domain := organization_domain(address.email)):
                found = _FIRM.match(address.name[:200])
                firm = (found["inside"] or found["behind"]) if found else ""
                if not firm and is_role(address.email):
                    firm = address.name
                if firm and "@" not in firm:
                    names[domain][firm.strip()] += count
        return names

    def _is_human(self, name: str, email: str) -> bool:
        words = name.split()
        label = main_label(organization_domain(email) or email.rpartition("@")[2])
        return len(words) in (2, 3) and not is_role_name(name) and fits(name, label) < 0.8

    def _person(self, domain: str, emails: list[str], names: dict[str, Counter[str]]) -> Person:
        counted = sum((names[email] for email in emails), Counter[str]())
        name = _best(counted) or from_label(emails[0].partition("@")[0].replace(".", "-"))
        return Person(name, tuple(emails), self.side(emails[0]), domain)


def _human(name: str) -> str:
    """The human's name in a display name: no address, tool or firm in it, "Doe, John" turned round."""
    name = name[:200]
    if "@" in name:
        name = _ADDRESS_IN_NAME.sub(" ", name)
    if via := _VIA.match(name):
        name = via[1]
    if firm := _FIRM.match(name):
        name = firm["person"]
    last, comma, first = name.partition(",")
    if comma and "," not in first and first.strip() and " " not in last.strip():
        name = f"{first} {last}"
    return " ".join(name.strip(" '\"<>()[];").split())


def _best(names: Counter[str]) -> str:
    """The name most used, a full name before a short one."""
    usable = [(" " in name, count, name) for name, count in names.items() if plain_name(name)]
    return max(usable)[2] if usable else ""
