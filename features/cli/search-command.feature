Feature: Searching from the command line
  Search is what the index is for. A hit names the file, its lines, the commit and why
  it was found; filters narrow the question to a folder, a language or a repository.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE             | CONTENT                            |
      | start   | add    | src/prices.py    | def tulip_price():\n    return 3\n |
      |         | add    | web/prices.js    | function tulipPrice() { }          |
      |         | add    | docs/delivery.md | We deliver roses on Sundays.       |
    And the index was synced

  Rule: The best hit comes first and says where it is

    Scenario: A hit names file, lines and commit
      When the operator runs "neap index search 'roses on sundays' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE            |
        | hits[0].rank       |                1 |
        | hits[0].path       | docs/delivery.md |
        | hits[0].first_line |                1 |
        | hits[0].last_line  |                1 |
        | hits[0].repository | shop             |
        | hits[0].commit     | (commit "start") |
        | hits[0].score      | (above 0)        |

    Scenario: A hit shows its text
      When the operator runs "neap index search 'roses on sundays' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH            | VALUE                        |
        | hits[0].snippet | We deliver roses on Sundays. |

    Scenario: A hit is printed for a person
      When the operator runs "neap index search roses"
      Then the exit code is 0
      And the output shows
        """
        docs/delivery.md
        We deliver roses on Sundays.
        """

    Scenario: A part of an identifier is enough
      When the operator runs "neap index search 'tulip price' --path 'src/**' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE         |
        | hits[0].path | src/prices.py |

    Scenario: A word that stands nowhere as such finds the text that comes nearest
      When the operator runs "neap index search functionality --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE         |
        | hits[0].path | web/prices.js |

    Scenario: A word stands in the name of an empty file and of an image
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT     |
        | prepare | add    | roses.txt  | (nothing)   |
        |         | add    | roses.png  | (PNG image) |
        |         | add    | roses/a.md | a garden    |
      And the index was synced
      When the operator runs "neap index search roses --by words --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE            |
        | hits.length  |                3 |
        | hits[0].path | docs/delivery.md |
        | hits[1].path | roses.txt        |
        | hits[2].path | roses/a.md       |

  Rule: What people wrote about a thing says more than what uses it, and neighbours vouch for each other

    Scenario Outline: <what> comes before code that uses the word
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                       |
        | uses    | add    | a/beds.txt | dig(hyacinth, spade)          |
        | tells   | add    | b/bulb.txt | <line>\nplant(bulb, 3)        |
        | uses    | add    | c/soil.txt | order(hyacinth); plant(bulb); |
      And the index was synced
      When the operator runs "neap index search hyacinth --by words --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE      |
        | hits.length  |          3 |
        | hits[0].path | b/bulb.txt |
        | hits[1].path | a/beds.txt |

      Examples:
        | what                 | line                                    |
        | A comment in C       | // every hyacinth                       |
        | A comment in a block | /* every hyacinth                       |
        | Its second line      | * every hyacinth                        |
        | A comment in Python  | # every hyacinth                        |
        | A comment in SQL     | -- every hyacinth                       |
        | A comment in HTML    | <!-- every hyacinth -->                 |
        | A heading            | ## hyacinth                             |
        | A sentence           | Plant each hyacinth in autumn, at dawn. |

    Scenario Outline: <what> counts as code
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT              |
        | uses    | add    | a/beds.txt | dig(hyacinth, spade) |
        | uses    | add    | b/bulb.txt | <line>               |
      And the index was synced
      When the operator runs "neap index search hyacinth --by words --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE      |
        | hits[0].path | a/beds.txt |
        | hits[1].path | b/bulb.txt |

      Examples:
        | what                  | line                  |
        | An include            | #include "hyacinth.h" |
        | A pointer             | *hyacinth = 0;        |
        | A path                | /hyacinth/beds        |
        | A negative number     | -hyacinth             |
        | A name with a capital | Plant(hyacinth, bed)  |
        | Three words           | Plant each hyacinth   |

    Scenario: Of files that answer alike, the one comes first whose neighbour answers too
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT        |
        | plant   | add    | a/alone.txt  | dig(hyacinth)  |
        |         | add    | b/first.txt  | dig(hyacinth)  |
        |         | add    | b/second.txt | buy(hyacinth); |
      And the index was synced
      When the operator runs "neap index search hyacinth --by words --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE        |
        | hits[0].path | b/first.txt  |
        | hits[1].path | b/second.txt |
        | hits[2].path | a/alone.txt  |

    Scenario Outline: By <way>, a file about the question comes before a long one with a single part about it
      Given the commits
        | MESSAGE | CHANGE | FILE    | CONTENT                                                                                      |
        | cross   | add    | a/x.txt | (6,000 bytes of text, then "zebra crossing, zebra crossing, zebra crossing, zebra crossing") |
        |         | add    | b/x.txt | (1,200 bytes of text, then "zebra crossing")                                                 |
      And the index was synced
      When the operator runs "neap index search 'zebra crossing' --by <way> --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE   |
        | hits[0].path | b/x.txt |
        | hits[1].path | a/x.txt |

      Examples:
        | way    |
        | words  |
        | hybrid |

  Rule: Filters narrow the answer

    Scenario Outline: Hits are limited to <what is wanted>
      When the operator runs "neap index search tulip <options> --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE  |
        | hits.length  |      1 |
        | hits[0].path | <file> |

      Examples:
        | what is wanted              | options           | file          |
        | a folder                    | --path 'web/**'   | web/prices.js |
        | a folder, by its name       | --path web        | web/prices.js |
        | a folder, with a slash      | --path web/       | web/prices.js |
        | one file                    | --path src/*.py   | src/prices.py |
        | files of a name, everywhere | --path prices.js  | web/prices.js |
        | a language                  | --language python | src/prices.py |

    Scenario: Hits are limited in number
      When the operator runs "neap index search tulip --limit 1 --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | hits.length |     1 |

    Scenario: Hits are limited to one of two repositories
      Given a repository "warehouse"
      And the commits
        | MESSAGE | CHANGE | FILE         | CONTENT                |
        | start   | add    | src/stock.py | tulips on stock: three |
      And the index was synced
      When the operator runs "neap index search tulip --repository warehouse --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH               | VALUE        |
        | hits.length        |            1 |
        | hits[0].repository | warehouse    |
        | hits[0].path       | src/stock.py |

    Scenario: No file passes the filter
      When the operator runs "neap index search tulip --path 'nowhere/**' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | hits.length |     0 |

  Rule: A question that cannot be answered says why

    Scenario: There is no index to search in
      Given the index file is "missing"
      When the operator runs "neap index search tulip --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE         |
        | error.kind | index-missing |
      And the index file is untouched

    Scenario Outline: The index holds no such <part>
      When the operator runs "neap index search tulip <option> --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE                      |
        | error.kind | index-missing              |
        | error.what | The index holds no <part>. |
      And the index is in step with branch "main"

      Examples:
        | part                                 | option                                |
        | repository market                    | --repository market                   |
        | ref v9                               | --ref v9                              |
        | repository market in collection east | --repository market --collection east |

    Scenario: Nothing has anything in common with the question
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT |
        | empty   | add    | empty.txt |         |
      And the index was synced
      When the operator runs "neap index search qqqqwwww --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH        | VALUE |
        | hits.length |     0 |
      And the index is in step with branch "main"

    Scenario: The question is empty
      When the operator runs "neap index search '' --json"
      Then the exit code is 2
      And the output is JSON with
        | PATH       | VALUE |
        | error.kind | usage |

    Scenario Outline: A language that is <what is wrong> is answered with what there is
      When the operator runs "neap index search tulip --language <language>"
      Then the exit code is 2
      And the output is empty
      And the error output shows
        """
        --language: "<language>" is not a language that Neap knows.
        <what helps>
        """
      And the index is in step with branch "main"

      Examples:
        | what is wrong | language | what helps                                           |
        | misspelt      | pyhton   | Did you mean python?                                 |
        | made up       | tulipese | There are ada, asciidoc, assembly, astro, awk, batch |

    Scenario: The question has a word that looks like an option
      When the operator runs "neap index search --json -- tulip --delivery"
      Then the exit code is 0
      And the output is JSON with
        | PATH  | VALUE            |
        | query | tulip --delivery |

    Scenario: The question is full of signs that a query language would mind
      When the operator runs "neap index search 'NEAR( \ OR * roses: -- ;' --json"
      Then the exit code is 0
      And the output is JSON with
        | PATH         | VALUE            |
        | hits[0].path | docs/delivery.md |
