Feature: Printing the changes of a repository
  The feed between two commits is public: tools can read it, filter it and pass it on.
  Each change is one line of JSON, and a last line closes the range.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE   | CHANGE | FILE          | CONTENT        |
      | start     | add    | src/cart.py   | a full cart    |
      |           | add    | src/prices.py | price list     |
      | add codes | add    | src/codes.py  | discount codes |

  Rule: Each change is a line with operation, path and content

    Scenario: The newest commit is printed
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH                     | VALUE                |
        | length                   |                    2 |
        | [0].repo                 | shop                 |
        | [0].op                   | add                  |
        | [0].path                 | src/codes.py         |
        | [0].content              | discount codes       |
        | [0].size                 |                   14 |
        | [1].new_changeset.commit | (commit "add codes") |
        | [1].new_changeset.parent | (commit "start")     |

    Scenario: The whole branch is printed
      When the operator runs "neap repo changes main"
      Then the exit code is 0
      And the output is JSON with
        | PATH     | VALUE         |
        | length   |             4 |
        | [0].path | src/cart.py   |
        | [1].path | src/codes.py  |
        | [2].path | src/prices.py |

    @E-36
    Scenario: Files were edited, renamed and deleted
      Given the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE          | CONTENT       |
        | rework  | move   | src/cart.py | src/basket.py |               |
        |         | delete |             | src/codes.py  |               |
        |         | edit   |             | src/prices.py | higher prices |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE         |
        | length       |             4 |
        | [0].op       | rename        |
        | [0].path     | src/basket.py |
        | [0].old_path | src/cart.py   |
        | [1].op       | delete        |
        | [1].path     | src/codes.py  |
        | [2].op       | modify        |
        | [2].path     | src/prices.py |

    Scenario: A range without changes is printed
      When the operator runs "neap repo changes HEAD..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH                     | VALUE                |
        | length                   |                    1 |
        | [0].new_changeset.commit | (commit "add codes") |

  Rule: The size of a file decides how its content travels

    Scenario: A small file is carried plain
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT            |
        | more    | add    | hello.txt | (31 bytes of text) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE              |
        | [0].content        | (31 bytes of text) |
        | [0].content_base64 | (absent)           |
        | [0].content_ref    | (absent)           |

    @E-02 @E-35
    Scenario: A medium file is carried encoded
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT                |
        | more    | add    | module.py | (21,014 bytes of text) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE                            |
        | [0].content        | (absent)                         |
        | [0].content_base64 | (21,014 bytes of text in base64) |
        | [0].content_ref    | (absent)                         |

    Scenario Outline: A small text is carried encoded where JSON has no letters for its bytes: <encoding>
      Given the commits
        | MESSAGE | CHANGE | FILE     | CONTENT               |
        | more    | add    | size.txt | (Größe as <encoding>) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE                           |
        | [0].content        | (absent)                        |
        | [0].content_base64 | (Größe as <encoding> in base64) |
        | [0].skip_index     | (absent)                        |

      Examples:
        | encoding          |
        | utf-16le with bom |
        | utf-16be with bom |
        | windows-1252      |

    @E-03 @E-06 @E-07
    Scenario: A large file is carried by reference
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                 |
        | more    | add    | archive.txt | (250,018 bytes of text) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE      |
        | [0].size           |     250018 |
        | [0].content        | (absent)   |
        | [0].content_base64 | (absent)   |
        | [0].content_ref    | (any text) |

    @E-04 @E-05
    Scenario Outline: A file that is not indexed is marked: <what it is>
      Given the commits
        | MESSAGE | CHANGE | FILE   | CONTENT   |
        | more    | add    | <file> | <content> |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE  |
        | [0].path       | <file> |
        | [0].skip_index | true   |

      Examples:
        | what it is    | file          | content        |
        | an image      | logo.png      | (PNG image)    |
        | vendored code | vendor/lib.js | slider library |

  Rule: A range that does not exist is refused

    Scenario: The range names an unknown commit
      When the operator runs "neap repo changes nowhere..HEAD --json"
      Then the exit code is 4
      And the output is JSON with
        | PATH       | VALUE         |
        | error.kind | ref-not-found |

    Scenario Outline: A range is <what it is>
      When the operator runs "neap repo changes <range> --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE |
        | error.kind | usage |

      Examples:
        | what it is                    | range       |
        | two sides without a beginning | main...main |
        | no range at all               | ..          |

  Rule: What cannot be carried is marked, and what can be is spelled so that it survives

    Scenario: A content is not in the repository
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT  |
        | more    | add    | module.py | a module |
      And the git object of "module.py" was destroyed
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE     |
        | [0].path       | module.py |
        | [0].content    | (absent)  |
        | [0].skip_index | true      |

    Scenario: A path is not UTF-8
      Given the commits
        | MESSAGE | CHANGE | FILE                | CONTENT  |
        | more    | add    | caf\\udce9/menu.txt | the menu |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output shows
        """
        "path":"caf\udce9/menu.txt"
        """

  Rule: The settings decide what is carried, as they decide what a sync takes in

    Scenario: Larger files than the limit of the environment are marked
      Given the environment variables
        | NAME                | VALUE |
        | NEAP_MAX_FILE_BYTES |  1000 |
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT               |
        | books   | add    | src/books.txt | (1,001 bytes of text) |
        |         | add    | src/notes.txt | (1,000 bytes of text) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE                 |
        | [0].path       | src/books.txt         |
        | [0].reason     | too-large             |
        | [0].content    | (absent)              |
        | [1].path       | src/notes.txt         |
        | [1].skip_index | (absent)              |
        | [1].content    | (1,000 bytes of text) |

    Scenario: A higher limit lets a file through that was too large
      Given the environment variables
        | NAME                | VALUE    |
        | NEAP_MAX_FILE_BYTES | 20000000 |
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                    |
        | more    | add    | sample.txt | (10,485,761 bytes of text) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE      |
        | [0].size        |   10485761 |
        | [0].skip_index  | (absent)   |
        | [0].content_ref | sample.txt |

    Scenario Outline: Libraries of others are carried on request: <how>
      Given the environment variables
        | NAME                  | VALUE      |
        | NEAP_INCLUDE_VENDORED | <variable> |
      And the commits
        | MESSAGE | CHANGE | FILE          | CONTENT        |
        | import  | add    | vendor/lib.js | slider library |
      When the operator runs "neap repo changes HEAD~1..HEAD <option>"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE          |
        | [0].skip_index | (absent)       |
        | [0].content    | slider library |

      Examples:
        | how            | variable | option             |
        | by a variable  | yes      | --plain            |
        | on the command | no       | --include-vendored |

    Scenario: The limits of the tiers are set
      Given the environment variables
        | NAME                   | VALUE |
        | NEAP_TIER_PLAIN_BYTES  |    10 |
        | NEAP_TIER_BASE64_BYTES |    20 |
      And the commits
        | MESSAGE | CHANGE | FILE  | CONTENT            |
        | three   | add    | a.txt | (10 bytes of text) |
        |         | add    | b.txt | (20 bytes of text) |
        |         | add    | c.txt | (21 bytes of text) |
      When the operator runs "neap repo changes HEAD~1..HEAD"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE                        |
        | [0].content        | (10 bytes of text)           |
        | [1].content_base64 | (20 bytes of text in base64) |
        | [2].content_ref    | c.txt                        |
