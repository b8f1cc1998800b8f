from elsewhere import make_repository

user_repository = make_repository("users")


async def sign_up(email):
    known = await user_repository.get_by_email(email)
    if known:
        raise ValueError("is here")
    return await user_repository.create(email=email)  # expect: SL301


async def rename(email, name):
    known = await user_repository.get_by_email(email)
    if not known:
        raise ValueError("nobody")
    return await user_repository.create(email=email, name=name)
