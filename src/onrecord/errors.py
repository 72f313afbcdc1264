"""Every exception onrecord raises.

    OnrecordError
    ├── InputError           what was given cannot be read or is not understood
    ├── StoreError           the case file cannot be opened, read or written
    │   ├── NotACaseError    the path holds something that is no case file
    │   ├── NewerCaseError   the case was made by a newer onrecord
    │   ├── ForgottenError   a text that was removed from the case for good
    │   └── ReadOnlyCaseError  a write was asked of a case that cannot be written
    ├── UnknownFactError     an id that stands for nothing in the case
    ├── CorrectionError      a correction that cannot be applied as given
    ├── ConfigError          an unknown or unparsable setting
    ├── MissingLayerError    a step was given a document without a layer it needs
    └── MissingModelError    a model or lexicon is not installed or is damaged

A message says what happened, to which value, and what to do next.
"""


class OnrecordError(Exception):
    """Base of all errors that onrecord raises on purpose."""


class InputError(OnrecordError):
    """Something given from outside cannot be read."""


class StoreError(OnrecordError):
    """The case file cannot be opened, read or written."""


class NotACaseError(StoreError):
    """The path exists and is no case file."""


class NewerCaseError(StoreError):
    """The case file was made by a newer version of onrecord."""


class ForgottenError(StoreError):
    """A text that was removed for good was to be stored again."""


class ReadOnlyCaseError(StoreError):
    """A write was asked of a case that cannot be written to."""


class UnknownFactError(OnrecordError):
    """No fact, actor or article of the case has this id."""


class CorrectionError(OnrecordError):
    """A correction cannot be applied as it was given."""


class ConfigError(OnrecordError):
    """A setting is unknown or cannot be parsed."""


class MissingLayerError(OnrecordError):
    """A document lacks a layer that this step needs."""


class MissingModelError(OnrecordError):
    """A model or lexicon is missing or does not match its checksum."""
