Feature: Telling failures apart
  Whether something is tried again, stops a sync or concerns one file alone depends on what
  went wrong. That is decided by what was thrown, its status and its codes: what a message or
  the name of a file happens to say changes nothing.

  Rule: Each kind of trouble has its category

    @E-96
    Scenario Outline: Trouble with others: <what happens>
      When an operation fails because "<what happens>"
      Then the failure is "<category>" and "<severity>"

      Examples: on the way to a server
        | what happens                     | category | severity |
        | a server refuses the connection  | network  | low      |
        | a host has no address            | network  | low      |
        | a server answers with status 500 | network  | low      |
        | a server answers with status 503 | network  | low      |
        | a server answers with status 504 | timeout  | medium   |
        | a server answers with status 408 | timeout  | medium   |
        | an answer takes too long         | timeout  | medium   |

      Examples: in the middle of an answer
        | what happens                                  | category | severity |
        | a server hangs up in the middle of its answer | network  | low      |

      Examples: in what a server says
        | what happens                     | category   | severity |
        | a server answers with status 429 | rate-limit | medium   |
        | a server answers with status 400 | validation | low      |
        | a server answers with status 401 | validation | low      |
        | a server answers with status 507 | store      | medium   |
        | a server speaks another language | validation | low      |
        | a database file is no database   | store      | medium   |

    @E-96
    Scenario Outline: Trouble at home: <what happens>
      When an operation fails because "<what happens>"
      Then the failure is "<category>" and "<severity>"

      Examples:
        | what happens                               | category    | severity |
        | a file is not there                        | file-system | low      |
        | a folder is read as a file                 | file-system | low      |
        | a disk cannot read a file                  | file-system | low      |
        | a program is not installed                 | file-system | low      |
        | bytes are no UTF-8                         | encoding    | low      |
        | more memory is asked for than there can be | memory      | high     |
        | input is no JSON                           | validation  | low      |
        | a word stands where a number is needed     | validation  | low      |
        | something happens that nobody foresaw      | unknown     | medium   |

  Rule: Names and messages that sound like another kind of trouble change nothing

    Scenario Outline: A missing file has a name that sounds like <what it sounds like>
      When an operation fails because "a file named <name> is not there"
      Then the failure is "file-system" and "low"

      Examples:
        | what it sounds like | name                    |
        | a broken server     | connection-500.txt      |
        | a slow server       | timeout.log             |
        | a busy server       |     429-rate-limit.json |
        | exhausted memory    | out-of-memory.md        |
        | wrong bytes         | invalid-utf8-encoding.c |

  Rule: A text without a code counts only where it is documented word for word

    @E-26 @E-27 @E-28 @E-29 @E-30
    Scenario Outline: Another program says: <text>
      When another program fails and says "<text>"
      Then the failure is "<category>" and "<severity>"

      Examples: documented texts
        | text                      | category    | severity |
        | Connection refused        | network     | low      |
        | Rate limit exceeded       | rate-limit  | medium   |
        | No such file or directory | file-system | low      |
        | Invalid UTF-8 encoding    | encoding    | low      |
        | Out of memory             | memory      | high     |

      Examples: texts that merely contain one
        | text                                   | category | severity |
        | Connection refused by the review board | unknown  | medium   |
        | Bought at: Out of memory, a novel      | unknown  | medium   |

  Rule: The last try is worse than the first

    @E-31
    Scenario Outline: The severity of a <which> try: <what happens>
      When an operation fails for the <which> time because "<what happens>"
      Then the failure is "<category>" and "<severity>"

      Examples:
        | which | what happens                     | category   | severity |
        |   4th | a server refuses the connection  | network    | low      |
        |   5th | a server refuses the connection  | network    | medium   |
        |   2nd | an answer takes too long         | timeout    | medium   |
        |   3rd | an answer takes too long         | timeout    | high     |
        |   5th | a server answers with status 429 | rate-limit | high     |
        |   2nd | bytes are no UTF-8               | encoding   | low      |
