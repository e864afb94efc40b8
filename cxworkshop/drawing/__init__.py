"""Pictures that need no browser: colours, lettering, where everything stands, and the files made of them."""
