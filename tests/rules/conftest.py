from hypothesis import settings

# The laws are about numbers, not about how fast a busy machine checks them.
settings.register_profile("law", deadline=None)
settings.load_profile("law")
