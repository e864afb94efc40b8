"""What the words after an option mean; each function raises argparse's error, which ends with the usage."""

import argparse
from datetime import date
from decimal import Decimal, InvalidOperation


def percent(text: str) -> float:
    """A share from 0 to 100."""
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a share from 0 to 100")
    return share


def rate(text: str) -> tuple[str, str]:
    """A currency and its rate, as USD=0.92."""
    code, equals, rate = text.partition("=")
    if not (code.strip() and equals and rate.strip()):
        raise argparse.ArgumentTypeError(f"{text} is not a currency with its rate, such as USD=0.92")
    return code.strip(), rate.strip()


def days(text: str) -> int:
    """A whole number of days."""
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number of days") from None


def day(text: str) -> date:
    """A day, as 2025-03-31."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day such as 2025-03-31") from None


def cents(text: str) -> int:
    """An amount such as 9.99, in whole cents."""
    try:
        amount = Decimal(text) * 100
        if amount != int(amount):
            raise argparse.ArgumentTypeError(f"{text} has fractions of a cent")
        return int(amount)
    except (InvalidOperation, ValueError, OverflowError):
        raise argparse.ArgumentTypeError(f"{text} is not an amount such as 9.99") from None
