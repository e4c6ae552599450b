"""YAML's language server, as the tests drive it: fetched once into the cache, asked over its protocol.

It is the program behind the YAML extension of VS Code and of most other editors. Fetching it takes node,
npm and a registry; running it takes no network, and it is stopped if it asks for one.
"""
