Feature: Keeping secrets out of the index
  An index is searched by more people than may see a key. Private keys, tokens and password
  files are left out, by their names and by their contents, and everybody can see which.

  Background:
    Given a repository "shop"

  Rule: A file that holds secrets by tradition is left out by its name

    Scenario Outline: The name says that it is <what it is>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT   |
        | start   | add    | <file> | any words |
        |         | add    | app.py | the app   |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE   | REASON |
        | <file> | secret |
      And the sync makes these index changes
        | CHANGE | FILE   |
        | added  | app.py |

      Examples: environments
        | what it is                 | file                   |
        | an environment             | .env                   |
        | the production environment | deploy/.env.production |

      Examples: keys and key stores
        | what it is            | file             |
        | a private SSH key     | ops/id_ed25519   |
        | a key store of Java   | ops/release.jks  |
        | a bundle with its key | certs/server.p12 |
        | a password safe       | team.kdbx        |

      Examples: credentials of tools
        | what it is             | file                  |
        | the credentials of AWS | home/.aws/credentials |
        | the passwords of curl  | .netrc                |
        | the passwords of git   | .git-credentials      |

    Scenario Outline: The name only looks like <what it looks like>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT   |
        | start   | add    | <file> | any words |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE   |
        | added  | <file> |

      Examples:
        | what it looks like   | file                |
        | an environment       | .env.example        |
        | a private key        | docs/id_rsa.md      |
        | a public key         | ops/id_ed25519.pub  |
        | a credentials folder | credentials/list.py |

  Rule: A secret is found in the content, whatever the name

    Scenario Outline: The content is <what it is>
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT   |
        | start   | add    | notes.txt | <content> |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE      | REASON |
        | notes.txt | secret |
      And the sync makes no index changes

      Examples:
        | what it is              | content                 |
        | a private key           | (private key)           |
        | a key with a passphrase | (encrypted private key) |
        | a key inside JSON       | (private key in JSON)   |
        | a token of a code host  | (code host token)       |
        | an access key id        | (cloud access key)      |
        | a token among code      | (code with a token)     |

    Scenario Outline: The content only <what it does>
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT   |
        | start   | add    | notes.txt | <content> |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE      |
        | added  | notes.txt |

      Examples:
        | what it does                   | content                                    |
        | talks about a key              | it begins with -----BEGIN PRIVATE KEY----- |
        | holds a public key             | (public key)                               |
        | shows a placeholder of a token | ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx   |
        | shows an example of a key id   | AKIAIOSFODNN7EXAMPLE                       |
        | names a token's mark           | tokens begin with ghp_ and are long        |

  Rule: A secret that comes and goes leaves no trace

    Scenario: A key is committed into a file that was indexed
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT     |
        | start   | add    | notes.txt | plain words |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT       |
        | oops    | edit   | notes.txt | (private key) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE      |
        | removed | notes.txt |
      And a search for "private key" does not find "notes.txt"

    Scenario: The key is taken out again
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT       |
        | oops    | add    | notes.txt | (private key) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      | CONTENT     |
        | mend    | edit   | notes.txt | plain words |
      When the index is synced
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: A secret comes through a feed
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT |
        | start   | add    | app.py | the app |
      When these changes are piped into the sync
        """
        {"path":"key.txt","content":(private key)}
        {"path":".env","content":"PASSWORD=x"}
        app.py
        """
      Then the sync completes
      And the sync skips these files
        | FILE    | REASON |
        | .env    | secret |
        | key.txt | secret |
      And the index holds
        | FILE   |
        | app.py |

  Rule: Who wants secrets in the index has to say so

    Scenario: Secrets are asked for
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT       |
        | start   | add    | .env      | PORT=80       |
        |         | add    | notes.txt | (private key) |
      When the index is synced with
        | SETTING         | VALUE |
        | include secrets | yes   |
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE      |
        | added  | .env      |
        | added  | notes.txt |

    Scenario: Secrets are no longer asked for
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT       |
        | start   | add    | .env      | PORT=80       |
        |         | add    | notes.txt | (private key) |
        |         | add    | app.py    | the app       |
      And the index was synced with
        | SETTING         | VALUE |
        | include secrets | yes   |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE      |
        | removed | .env      |
        | removed | notes.txt |

    Scenario: The operator looks at what was left out
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT       |
        | start   | add    | .env      | PORT=80       |
        |         | add    | notes.txt | (private key) |
      And the index was synced
      When a script asks for "the state of the index"
      Then the exit code is 0
      And the output is JSON with
        | PATH                                  | VALUE |
        | revisions[0].skipped_by_reason.secret |     2 |
      And the sync makes no index changes

    Scenario: A feed that is printed carries no secret
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT       |
        | start   | add    | .env      | PORT=80       |
        |         | add    | notes.txt | (private key) |
      When the operator runs "neap repo changes HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE     |
        | [0].path    | .env      |
        | [0].reason  | secret    |
        | [0].content | (absent)  |
        | [1].path    | notes.txt |
        | [1].reason  | secret    |
        | [1].content | (absent)  |
