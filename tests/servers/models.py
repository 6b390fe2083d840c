"""The users of the Django server: a table of its own, in which a username and an email address occur once."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django_scim.models import AbstractSCIMUserMixin


class User(AbstractSCIMUserMixin, AbstractUser):
    """A user whose email address is unique, so the database refuses a second one."""

    email = models.EmailField(unique=True)

    @property
    def scim_groups(self) -> models.Manager:
        return self.groups
