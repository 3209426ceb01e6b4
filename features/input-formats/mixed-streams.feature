Feature: Feeding everything at once
  Real feeds are long, mixed and untidy: paths between objects, empty lines, line ends from
  another system, several repositories. Every line is accounted for, and none costs memory.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE        | CONTENT   |
      | start   | add    | src/cart.py | full cart |

  Rule: Paths and objects may be mixed

    @E-32 @E-33
    Scenario: Paths and objects stand between each other
      When these changes are piped into the sync
        """
        src/cart.py
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content_base64":"dHdv"}
        """
      Then the sync completes
      And the index holds
        | FILE        | TEXT      |
        | a.txt       | one       |
        | b.txt       | two       |
        | src/cart.py | full cart |

    Scenario: Empty lines are counted and left out
      When these changes are piped into the sync
        """
        
        src/cart.py
        (12 spaces)
        
        {"path":"a.txt","content":"one"}
        """
      Then the sync completes
      And the run report shows
        | ITEM          | VALUE |
        | lines total   |     5 |
        | lines done    |     2 |
        | lines skipped |     3 |

    Scenario: Nothing at all comes
      When these changes are piped into the sync
        """
        
        """
      Then the sync completes
      And the sync makes no index changes

  Rule: The producer's system does not matter

    Scenario Outline: The feed has <what it has>
      Given the feed has "<what it has>"
      When these changes are piped into the sync
        """
        src/cart.py
        {"path":"a.txt","content":"one"}
        """
      Then the sync completes
      And the index holds
        | FILE        | TEXT      |
        | a.txt       | one       |
        | src/cart.py | full cart |

      Examples:
        | what it has       |
        | windows line ends |
        | a byte order mark |
        | no last line end  |

  Rule: A line may be as long as its content needs

    @slow
    Scenario: A line of 50 MB stands between two short ones
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"huge.txt","content":(52,428,800 bytes of text)}
        {"path":"b.txt","content":"two"}
        """
      Then the sync completes
      And the sync skips these files
        | FILE     | REASON    |
        | huge.txt | too-large |
      And the index holds
        | FILE  |
        | a.txt |
        | b.txt |

    Scenario: A line is white space for the longest part
      When these changes are piped into the sync
        """
        {"path":"a.txt",(900,000 spaces)"content":"one"}
        """
      Then the sync completes
      And the index holds
        | FILE  | TEXT |
        | a.txt | one  |

  Rule: Each line belongs to the repository that it names

    @E-60 @E-61
    Scenario: Three services feed one stream
      Given a repository "ServiceA"
      And a repository "ServiceB"
      When these changes are piped into the sync
        """
        {"repo":"ServiceA","op":"add","path":"api.py","content":"the api"}
        {"repo":"ServiceB","op":"add","path":"job.py","content":"the job"}
        {"repo":"shop","op":"add","path":"web.py","content":"the web"}
        {"repo":"ServiceA","op":"add","path":"db.py","content":"the tables"}
        """
      Then the sync completes
      And the index holds
        | REPOSITORY | FILE   | TEXT       |
        | ServiceA   | api.py | the api    |
        | ServiceA   | db.py  | the tables |
        | ServiceB   | job.py | the job    |
        | shop       | web.py | the web    |

    Scenario: A line names a repository that nobody knows
      When these changes are piped into the sync
        """
        {"repo":"stranger","path":"a.txt","content":"one"}
        {"repo":"shop","path":"b.txt","content":"two"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE  | CATEGORY   |
        |    1 | a.txt | validation |
      And the index holds
        | REPOSITORY | FILE  |
        | shop       | b.txt |

  Rule: A dry run says it and does nothing

    @E-43 @E-45 @E-62
    Scenario: A feed is tried before it is taken in
      Given the index was synced
      And the settings
        | SETTING | VALUE |
        | dry run | yes   |
      When these changes are piped into the sync
        """
        {"op":"add","path":"a.txt","content":"one"}
        {"op":"delete","path":"src/cart.py"}
        """
      Then the sync completes
      And the index file is untouched
      And the run report shows
        | ITEM       | VALUE   |
        | status     | dry_run |
        | lines done |       2 |

  Rule: A feed that was cut off goes on where it stopped

    @process
    Scenario: The process dies in the middle and the same feed comes again
      Given the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync completes
      And no file is indexed twice
      And the run report shows
        | ITEM          | VALUE |
        | lines total   |    10 |
        | lines resumed |     4 |
        | lines done    |    10 |

    @process
    Scenario: The process dies in the middle and another feed comes
      Given the settings
        | SETTING    | VALUE |
        | batch size |     2 |
      And these faults are armed
        | WHERE  | AT           | FAULT          |
        | engine | after file 4 | process killed |
      And these changes were piped into the sync
        """
        (10 generated lines)
        """
      When these changes are piped into the sync
        """
        {"path":"other.txt","content":"another feed"}
        """
      Then the sync completes
      And the index holds
        | FILE      | TEXT         |
        | other.txt | another feed |
      And the run report shows
        | ITEM          | VALUE |
        | lines resumed |     0 |

    @process
    Scenario: The process dies before the feed becomes visible
      Given these faults are armed
        | WHERE  | AT                    | FAULT          |
        | engine | before the run closes | process killed |
      When these changes are piped into the sync
        """
        (10 generated lines)
        """
      Then the sync stops with error "killed"
      And the sync makes no index changes

  Rule: Lines in are lines accounted for

    @E-95
    Scenario: Two thousand lines arrive
      When these changes are piped into the sync
        """
        (2,000 generated lines)
        """
      Then the sync completes
      And no file is indexed twice
      And the run report shows
        | ITEM         | VALUE |
        | lines total  |  2000 |
        | lines done   |  2000 |
        | lines failed |     0 |

  Rule: A feed takes each line to the services that the line is for

    Scenario: Lines are for two services, for both, and for none
      Given the services
        | SERVICE  | PATH              | USES       |
        | orders   | services/orders   | libs/money |
        | invoices | services/invoices | libs/money |
      When these changes are piped into the sync
        """
        {"path":"services/orders/cart.py","content":"cart"}
        {"path":"services/invoices/pdf.py","content":"pdf layout"}
        {"path":"libs/money/round.py","content":"rounding"}
        {"path":"README.md","content":"about us"}
        """
      Then the sync completes
      And the index holds
        | COLLECTION | FILE                     |
        | default    | README.md                |
        | invoices   | libs/money/round.py      |
        | invoices   | services/invoices/pdf.py |
        | orders     | libs/money/round.py      |
        | orders     | services/orders/cart.py  |
      And the runs are now
        | STATUS    | SOURCE | LINES | COLLECTION |
        | completed | stdin  |     2 | orders     |
        | completed | stdin  |     2 | invoices   |
        | completed | stdin  |     1 | default    |

    Scenario: A line moves a file from one service to the other
      Given the services
        | SERVICE  | PATH              |
        | orders   | services/orders   |
        | invoices | services/invoices |
      And these changes were piped into the sync
        """
        {"path":"services/orders/tax.py","content":"taxes"}
        """
      When these changes are piped into the sync
        """
        {"op":"rename","old_path":"services/orders/tax.py","path":"services/invoices/tax.py","content":"taxes"}
        """
      Then the sync completes
      And these collections change
        | COLLECTION | ADDED | UPDATED | REMOVED |
        | invoices   |     1 |       0 |       0 |
        | orders     |     0 |       0 |       1 |

    Scenario: A commit closes the lines of a divided repository
      Given the services
        | SERVICE | PATH            | USES       |
        | orders  | services/orders | libs/money |
      And the commits
        | MESSAGE | CHANGE | FILE                    | CONTENT  |
        | cart    | add    | services/orders/cart.py | cart     |
        |         | add    | libs/money/round.py     | rounding |
      When the printed changes from "the beginning" to "cart" are piped into the sync
      Then the sync completes
      And the index is in step with branch "main"

    Scenario: A commit says more about the services than the lines do
      Given the services
        | SERVICE | PATH            |
        | orders  | services/orders |
      And the commits
        | MESSAGE | CHANGE | FILE                    | CONTENT   |
        | cart    | add    | services/orders/cart.py | cart      |
        | basket  | edit   | src/cart.py             | empty one |
      When the printed changes from "cart" to "basket" are piped into the sync
      Then the sync completes
      And the index is in step with branch "main"
