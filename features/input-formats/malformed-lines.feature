Feature: Feeding lines that cannot be understood
  Feeds are written by other people's tools. A line that cannot be understood is reported
  with its number, and no other line suffers from it.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE      | CONTENT |
      | start   | add    | README.md | hello   |

  Rule: A broken line fails alone, under its number

    @E-88 @E-89
    Scenario Outline: A line is <what is wrong>
      When these changes are piped into the sync
        """
        {"path":"before.txt","content":"one"}
        <line>
        {"path":"after.txt","content":"two"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | CATEGORY   |
        |    2 | <category> |
      And the index holds
        | FILE       |
        | after.txt  |
        | before.txt |

      Examples: no JSON
        | what is wrong            | line                                                                                                                                           | category   |
        | cut off in the middle    | {"path":"a.txt","cont                                                                                                                          | validation |
        | followed by something    | {"path":"a.txt"} and more                                                                                                                      | validation |
        | an object without fields | {}                                                                                                                                             | validation |
        | nested beyond any sense  | {"path":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]} | validation |
        | a path with a zero byte  | a(NUL)b.txt                                                                                                                                    | validation |

      Examples: fields of another type
        | what is wrong             | line                                                    | category   |
        | with a number as path     | {"path":5,"content":"x"}                                | validation |
        | with a text as size       | {"path":"a.txt","content":"x","size":"1"}               | validation |
        | with a negative size      | {"path":"a.txt","content":"x","size":-1}                | validation |
        | with half a byte as size  | {"path":"a.txt","content":"x","size":0.5}               | validation |
        | with an object as content | {"path":"a.txt","content":{"a":1}}                      | validation |
        | with an unknown operation | {"path":"a.txt","op":"upsert","content":"x"}            | validation |
        | with a short blob         | {"path":"a.txt","blob":"abc"}                           | validation |
        | with a text as skip_index | {"path":"a.txt","content":"x","skip_index":"no"}        | validation |
        | renamed from nowhere      | {"op":"rename","path":"a.txt","content":"x"}            | validation |
        | with bytes in its content | {"path":"a.txt","content":"(a byte that is not UTF-8)"} | encoding   |

      Examples: paths that are none
        | what is wrong           | line                                            | category   |
        | without a path          | {"content":"x"}                                 | validation |
        | with an empty path      | {"path":"","content":"x"}                       | validation |
        | with an absolute path   | {"path":"/etc/passwd","content":"x"}            | validation |
        | with a path that climbs | {"path":"src/../../x","content":"x"}            | validation |
        | with a climb in bytes   | {"path":"\\udc2e\\udc2e\\udc2fx","content":"x"} | encoding   |
        | with half a character   | {"path":"\\ud800.txt","content":"x"}            | encoding   |

    Scenario Outline: A closing line has <what is wrong>
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"new_changeset":<changeset>}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | CATEGORY   |
        |    2 | validation |
      And the index holds
        | FILE  |
        | a.txt |

      Examples:
        | what is wrong        | changeset                                                                       |
        | no commit            | {"branch":"main"}                                                               |
        | a commit in words    | {"commit":"the newest one"}                                                     |
        | a parent in words    | {"commit":"1111111111111111111111111111111111111111","parent":"the one before"} |
        | a text for an object | "done"                                                                          |

    Scenario: A later feed has a broken line of its own
      Given these changes were piped into the sync with 1 failed line
        """
        {"path":"first.txt","content":"one"}
        {"content":"of nobody knows what"}
        """
      When these changes are piped into the sync
        """
        {"path":"second.txt","content":"two"}
        {"path":5,"content":"of a file with a number"}
        """
      Then the sync completes with 1 failed file
      And the failed lines are now
        | FILE | CATEGORY   | ATTEMPTS | STATE |
        |      | validation |        1 | open  |
        |      | validation |        1 | open  |

  Rule: A stream that ends in the middle of a line loses only that line

    Scenario: The last line is cut off
      Given the feed has "its last bytes cut off"
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content":"a text that is never read to its end"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | CATEGORY   |
        |    2 | validation |
      And the index holds
        | FILE  |
        | a.txt |

    Scenario: Only the last line end is missing
      Given the feed has "no last line end"
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content":"two"}
        """
      Then the sync completes
      And the index holds
        | FILE  |
        | a.txt |
        | b.txt |

  Rule: Whoever asked for it can stop at the first failure

    Scenario: A line fails and the sync is to stop there
      Given the settings
        | SETTING  | VALUE |
        | on error | stop  |
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content":"two","size":9}
        {"path":"c.txt","content":"three"}
        """
      Then the sync completes with 1 failed file
      And the sync makes no index changes
      And the run report shows
        | ITEM   | VALUE   |
        | status | stopped |
      And the runs are now
        | STATUS | SOURCE |
        | failed | stdin  |

    Scenario: A line fails and the exit code is to say nothing of it
      Given the settings
        | SETTING  | VALUE    |
        | on error | continue |
      When these changes are piped into the sync
        """
        {"path":"a.txt","content":"one"}
        {"path":"b.txt","content":"two","size":9}
        """
      Then the exit code is 0
      And the index holds
        | FILE  |
        | a.txt |
