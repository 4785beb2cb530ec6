"""The forms of rooms and teachers."""

from __future__ import annotations

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.models import User
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# As people are called: what is longer than a word has blanks in it.
_IS_NAME = RegexValidator(
    r"\A[\w\s.@+'’-]+\Z",
    _("This has a sign that a name here cannot have. Use letters, numbers, spaces and @ . + - _ '"),
)


class AccountForm(forms.Form):
    """A new teacher's name and password."""

    username = forms.CharField(
        label=_("Your name here"),
        max_length=150,
        validators=[_IS_NAME],
        help_text=_("Letters, numbers, spaces and @ . + - _ ' only. You sign in with it."),
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        help_text=_("At least 8 characters, not only numbers and not a common one."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_username(self) -> str:
        name = " ".join(str(self.cleaned_data["username"]).split())
        if User.objects.filter(username__iexact=name).exists():
            raise forms.ValidationError(_("A teacher here has that name. Choose another."))
        return name

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        password_validation.validate_password(password)
        return password


class NewPasswordForm(AccountForm):
    """A new password for an account that there is."""

    username = None  # type: ignore[assignment]
