Feature: Exporting the index
  Other tools read what the index shows: one line of JSON for each entry, in a fixed
  order, with every byte of every path recoverable.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
    And the index was synced

  Rule: Every entry is one line with its place and its origin

    Scenario: One file is exported
      When the operator runs "neap index export"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE            |
        | length         |                1 |
        | [0].id         | (a UUID)         |
        | [0].collection | default          |
        | [0].repository | shop             |
        | [0].commit     | (commit "start") |
        | [0].path       | src/prices.py    |
        | [0].chunk      |                0 |
        | [0].length     |               10 |
        | [0].language   | python           |
        | [0].text       | (absent)         |

    Scenario: Texts are asked for
      When the operator runs "neap index export --text"
      Then the exit code is 0
      And the output is JSON with
        | PATH     | VALUE      |
        | [0].text | price list |

    Scenario: Vectors are asked for
      When the operator runs "neap index export --vectors"
      Then the exit code is 0
      And the output is JSON with
        | PATH              | VALUE |
        | [0].dimensions    |   384 |
        | [0].vector.length |   384 |

    Scenario: A skipped file has no line
      Given the commits
        | MESSAGE  | CHANGE | FILE     | CONTENT     |
        | add logo | add    | logo.png | (PNG image) |
      And the index was synced
      When the operator runs "neap index export"
      Then the exit code is 0
      And the output is JSON with
        | PATH     | VALUE         |
        | length   |             1 |
        | [0].path | src/prices.py |

    Scenario: A path with bytes outside UTF-8 is exported
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT |
        | accents | add    | caf\\udce9.txt | coffee  |
      And the index was synced
      When the operator runs "neap index export"
      Then the exit code is 0
      And the output is JSON with
        | PATH     | VALUE          |
        | [0].path | caf\\udce9.txt |
        | [1].path | src/prices.py  |

  Rule: The export can be limited and keeps its order

    Scenario: Two repositories are exported in order of their names
      Given a repository "bakery"
      And the commits
        | MESSAGE | CHANGE | FILE      |
        | start   | add    | README.md |
      And the index was synced
      When the operator runs "neap index export"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE  |
        | length         |      2 |
        | [0].repository | bakery |
        | [1].repository | shop   |

    Scenario: One repository of two is exported
      Given a repository "bakery"
      And the commits
        | MESSAGE | CHANGE | FILE      |
        | start   | add    | README.md |
      And the index was synced
      When the operator runs "neap index export shop"
      Then the exit code is 0
      And the output is JSON with
        | PATH           | VALUE |
        | length         |     1 |
        | [0].repository | shop  |

    Scenario: A repository that the index does not hold is exported
      When the operator runs "neap index export shop shoop"
      Then the exit code is 2
      And the output is empty
      And the error output shows
        """
        error: The index holds no repository shoop.
        safe: Nothing was printed.
        """
      And the index is in step with branch "main"

    Scenario: An empty index is exported
      When the operator runs "neap index export --collection archive"
      Then the exit code is 0
      And the output is empty
