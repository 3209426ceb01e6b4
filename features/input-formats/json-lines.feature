Feature: Feeding changes as JSON Lines
  Tools that know more than a path say it in one JSON object a line: what happened, where,
  and with which content. The commit at the end makes the index equal to it.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
      |         | add    | src/cart.py   | full cart  |
    And the index was synced

  Rule: Each operation does what it says

    @E-33 @E-36
    Scenario: A file is added
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/codes.py","content":"discount","size":8}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE         | EMBEDDED |
        | added  | src/codes.py | yes      |

    @E-33 @E-36
    Scenario: A file is modified
      When these changes are piped into the sync
        """
        {"op":"modify","path":"src/prices.py","content":"higher prices"}
        """
      Then the sync completes
      And the index holds
        | FILE          | TEXT          |
        | src/cart.py   | full cart     |
        | src/prices.py | higher prices |

    @E-36
    Scenario: A file is deleted
      When these changes are piped into the sync
        """
        {"op":"delete","path":"src/cart.py"}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE        |
        | removed | src/cart.py |

    Scenario: A file is renamed
      When these changes are piped into the sync
        """
        {"op":"rename","old_path":"src/cart.py","path":"src/basket.py","content":"full cart"}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE    | FILE          | EMBEDDED |
        | moved  | src/cart.py | src/basket.py | no       |

    @E-36
    Scenario: A file that was never there is deleted
      When these changes are piped into the sync
        """
        {"op":"delete","path":"src/never.py"}
        """
      Then the sync completes
      And the sync makes no index changes

    Scenario: A line without an operation modifies
      When these changes are piped into the sync
        """
        {"path":"src/prices.py","content":"higher prices"}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE          | EMBEDDED |
        | updated | src/prices.py | yes      |

  Rule: The last line about a path counts

    Scenario Outline: A path is <what happens>
      When these changes are piped into the sync
        """
        <first>
        <second>
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE   | FILE   |
        | <change> | <file> |

      Examples:
        | what happens        | first                                       | second                                      | change  | file        |
        | written twice       | {"path":"a.txt","content":"one"}            | {"path":"a.txt","content":"two"}            | added   | a.txt       |
        | deleted and written | {"op":"delete","path":"src/cart.py"}        | {"path":"src/cart.py","content":"new cart"} | updated | src/cart.py |
        | written and deleted | {"path":"src/cart.py","content":"new cart"} | {"op":"delete","path":"src/cart.py"}        | removed | src/cart.py |

    Scenario: The second of two contents is in the index
      When these changes are piped into the sync
        """
        {"path":"src/cart.py","content":"first thought"}
        {"path":"src/cart.py","content":"second thought"}
        """
      Then the sync completes
      And the index holds
        | FILE          | TEXT           |
        | src/cart.py   | second thought |
        | src/prices.py | price list     |

  Rule: Fields that nobody knows do no harm

    @E-34
    Scenario: A line brings a number of its own and unknown fields
      When these changes are piped into the sync
        """
        {"line":77,"author":{"name":"Ann","tags":[1,2]},"path":"a.txt","content":"one"}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE  |
        | added  | a.txt |
      And the run report shows
        | ITEM        | VALUE |
        | lines total |     1 |

    @E-34
    Scenario: A line that fails is found in its source by the number that it brought
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"line":77,"path":"b.txt","content":"two","size":9}
        {"line":91,"path":"c.txt","op":"upsert"}
        {"path":"d.txt","op":"upsert"}
        """
      Then the sync completes with 3 failed files
      And the failed lines are now
        | FILE  | CATEGORY   | LINE | SOURCE LINE |
        | b.txt | validation |    2 |          77 |
        | c.txt | validation |    3 |          91 |
        | d.txt | validation |    4 |             |

    Scenario: Optional fields are null
      When these changes are piped into the sync
        """
        {"op":null,"path":"a.txt","content":"one","size":null,"blob":null,"old_path":null}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE  |
        | added  | a.txt |

  Rule: A commit at the end decides what the index equals

    Scenario: The printed changes of a commit are piped
      Given the commits
        | MESSAGE | CHANGE | OLD FILE    | FILE          | CONTENT       |
        | rework  | move   | src/cart.py | src/basket.py |               |
        |         | edit   |             | src/prices.py | higher prices |
        |         | add    |             | logo.png      | (PNG image)   |
      When the printed changes from "start" to "rework" are piped into the sync
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | OLD FILE    | FILE          | EMBEDDED |
        | moved   | src/cart.py | src/basket.py | no       |
        | updated |             | src/prices.py | yes      |
      And the index is in step with branch "main"

    Scenario: The printed changes of the whole branch are piped into an empty index
      Given the settings
        | SETTING    | VALUE |
        | collection | other |
      When the printed changes from "the beginning" to "start" are piped into the sync
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: The feed leaves out a file of the commit
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT  |
        | more    | add    | src/codes.py | discount |
        |         | add    | src/vat.py   | taxes    |
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/codes.py","content":"discount"}
        {"new_changeset":{"commit":(commit "more"),"parent":(commit "start"),"tree_hash":(tree of "more")}}
        """
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: The feed starts later than the index
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT  |
        | codes   | add    | src/codes.py | discount |
        | vat     | add    | src/vat.py   | taxes    |
      When the printed changes from "codes" to "vat" are piped into the sync
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: The feed claims other content than the commit has
      Given the commits
        | MESSAGE | CHANGE | FILE         | CONTENT  |
        | more    | add    | src/codes.py | discount |
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/codes.py","content":"a lie"}
        {"new_changeset":{"commit":(commit "more")}}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE         | CATEGORY   |
        |    1 | src/codes.py | validation |
      And the index is in step with branch "main"

    Scenario: The tree of a commit is another one than the feed says
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"new_changeset":{"commit":(commit "start"),"tree_hash":"2222222222222222222222222222222222222222"}}
        """
      Then the sync completes with 1 failed file
      And the sync makes these index changes
        | CHANGE | FILE  |
        | added  | a.txt |
      And the run report shows
        | ITEM    | VALUE |
        | in step | no    |

    Scenario: The commit is not in the repository yet
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"new_changeset":{"commit":"1111111111111111111111111111111111111111","branch":"main"}}
        """
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE  |
        | added  | a.txt |
      And the run report shows
        | ITEM    | VALUE |
        | in step | no    |

  Rule: A later sync of the repository ends what a feed left open

    Scenario: A file that no commit has is gone after the next sync
      Given these changes were piped into the sync
        """
        {"path":"draft.txt","content":"not committed"}
        """
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE      |
        | removed | draft.txt |
      And the index is in step with branch "main"

  Rule: A path may be spelled with every escape that JSON has

    Scenario: A path has bytes that are not UTF-8, and signs that are escaped
      When these changes are piped into the sync
        """
        {"path":"caf\udce9/menu.txt","content":"the menu"}
        {"path":"a\u0009tab\/and\tanother.txt","content":"form\ffeed and back\bspace"}
        """
      Then the sync completes
      And the index holds
        | FILE                              |
        | caf\\udce9/menu.txt               |
        | a\\u0009tab/and\\u0009another.txt |
        | src/cart.py                       |
        | src/prices.py                     |
