Feature: Leaving out ignored files
  What git tracks belongs to the repository, also when a pattern would ignore it. A
  team that wants tracked files out of the index says so in a file named .neapignore,
  which is committed and therefore the same for everybody.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE           | CONTENT        |
      | start   | add    | src/cart.py    | a full cart    |
      |         | add    | data/order.csv | order one      |
      |         | add    | data/README.md | about the data |

  Rule: A pattern in .gitignore never hides a tracked file

    Scenario: A tracked file matches a pattern of .gitignore
      Given the commits
        | MESSAGE     | CHANGE | FILE       | CONTENT |
        | ignore data | add    | .gitignore | data/   |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE           |
        | .gitignore     |
        | data/README.md |
        | data/order.csv |
        | src/cart.py    |

    Scenario: A pattern is added after the file was indexed
      Given the index was synced
      And the commits
        | MESSAGE     | CHANGE | FILE       | CONTENT |
        | ignore data | add    | .gitignore | data/   |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE       | EMBEDDED |
        | added  | .gitignore | yes      |
      And the index is in step with branch "main"

    Scenario: Ignored files stay out when uncommitted work is indexed
      Given the commits
        | MESSAGE     | CHANGE | FILE       | CONTENT |
        | ignore logs | add    | .gitignore | *.log   |
      And the index was synced
      And these uncommitted changes
        | CHANGE | FILE         | CONTENT     |
        | add    | debug.log    | a noisy day |
        | add    | src/promo.py | a promotion |
      When the index is synced with
        | SETTING | VALUE        |
        | content | working tree |
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/promo.py | yes      |
      And the index is in step with the working tree

  Rule: A pattern in .neapignore keeps tracked files out of the index

    Scenario: A folder is left out from the beginning
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT |
        | search less | add    | .neapignore | data/   |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE        |
        | .neapignore |
        | src/cart.py |
      And the sync skips these files
        | FILE           | REASON  |
        | data/README.md | ignored |
        | data/order.csv | ignored |

    Scenario: A pattern is added after its files were indexed
      Given the index was synced
      And the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT |
        | search less | add    | .neapignore | *.csv   |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | added   | .neapignore    | yes      |
        | removed | data/order.csv | no       |
      And a search for "order one" does not find "data/order.csv"

    Scenario: A pattern is taken back
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT |
        | search less | add    | .neapignore | data/   |
      And the index was synced
      And the commits
        | MESSAGE     | CHANGE | FILE        |
        | search more | delete | .neapignore |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           | EMBEDDED |
        | removed | .neapignore    | no       |
        | added   | data/README.md | yes      |
        | added   | data/order.csv | yes      |
      And the index is in step with branch "main"

    Scenario: An exception brings one file of an ignored kind back
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT                   |
        | search less | add    | .neapignore | data/*\n!data/README.md\n |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE           | REASON  |
        | data/order.csv | ignored |
      And the index is in step with branch "main"

    Scenario Outline: A pattern names <what it names>
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT   |
        | search less | add    | .neapignore | <pattern> |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE           | REASON  |
        | data/order.csv | ignored |
      And the index is in step with branch "main"

      Examples: characters one by one
        | what it names                     | pattern            |
        | some characters                   | *.[cd]sv           |
        | a range of characters             | data/[a-p]*        |
        | all but a range of characters     | data/[!A-Z]*       |
        | all but a range, in another way   | data/[^A-Z]*       |
        | a bracket and a letter            | data/[]o]*         |
        | a letter that need not be escaped | data/[\\o]rder.csv |
        | any one character                 | data/?rder.csv     |

      Examples: kinds of characters
        | what it names       | pattern                   |
        | small letters       | data/[[:lower:]]*         |
        | all but capitals    | data/[![:upper:]]*        |
        | hexadecimal digits  | *.[[:xdigit:]]sv          |
        | letters and a point | data/order[.[:punct:]]csv |

    Scenario Outline: A pattern names characters of the kind "<kind>", and others
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT   |
        | two prices  | add    | data/<file> |        12 |
        | search less | add    | .neapignore | <pattern> |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE        | REASON  |
        | data/<file> | ignored |
      And the index is in step with branch "main"

      Examples:
        | kind   | file | pattern                                  |
        | alpha  | q7   | data/[[:alpha:]][![:alpha:]]             |
        | alnum  |   7_ | data/[[:alnum:]][![:alnum:]]             |
        | digit  |   7q | data/[[:digit:]][![:digit:]]             |
        | xdigit | fg   | data/[[:xdigit:]][![:xdigit:]]           |
        | lower  | qQ   | data/[[:lower:]][![:lower:]]             |
        | upper  | Qq   | data/[[:upper:]][![:upper:]]             |
        | punct  | _q   | data/[[:punct:]][![:punct:]]             |
        | space  | q q  | data/[![:space:]][[:space:]][![:space:]] |
        | blank  | q q  | data/[![:blank:]][[:blank:]][![:blank:]] |
        | graph  | q q  | data/[[:graph:]][![:graph:]][[:graph:]]  |
        | print  | q q  | data/[[:print:]][[:print:]][[:print:]]   |
        | cntrl  | qq   | data/[![:cntrl:]][![:cntrl:]]            |

    Scenario Outline: A pattern that is none leaves nothing out: <pattern>
      Given the commits
        | MESSAGE     | CHANGE | FILE        | CONTENT   |
        | search less | add    | .neapignore | <pattern> |
      When the index is synced
      Then the sync completes
      And the sync skips these files
        | FILE | REASON |
      And the index is in step with branch "main"

      Examples:
        | pattern            |
        | data/[a-           |
        | data/[[:nobody:]]* |

    Scenario: A pattern that is not committed does not count
      Given the index was synced
      And these uncommitted changes
        | CHANGE | FILE        | CONTENT |
        | add    | .neapignore | data/   |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"
