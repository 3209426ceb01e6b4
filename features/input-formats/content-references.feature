Feature: Feeding references to content
  Large texts do not travel in the line: it names a blob of the repository or a file of the
  working tree. A reference is input from outside, so nothing beyond the repository is read.

  Background:
    Given a repository "shop"
    And the commits
      | MESSAGE | CHANGE | FILE          | CONTENT    |
      | start   | add    | src/prices.py | price list |
      |         | add    | README.md     | hello      |
    And the checked-out branch is "main"

  Rule: A reference is read from the working tree

    @E-37
    Scenario: A line refers to a committed file
      When these changes are piped into the sync
        """
        {"op":"add","path":"src/prices.py","content_ref":"src/prices.py","size":10}
        """
      Then the sync completes
      And the index holds
        | FILE          | TEXT       |
        | src/prices.py | price list |

    @E-37
    Scenario: A line refers to a file that was never committed
      Given these uncommitted changes
        | CHANGE | FILE      | CONTENT  |
        | add    | draft.txt | my draft |
      When these changes are piped into the sync
        """
        {"op":"add","path":"draft.txt","content_ref":"draft.txt"}
        """
      Then the sync completes
      And the index holds
        | FILE      | TEXT     |
        | draft.txt | my draft |

    Scenario Outline: The reference is spelled <how>
      When these changes are piped into the sync
        """
        {"path":"src/prices.py","content_ref":"<reference>"}
        """
      Then the sync completes
      And the index holds
        | FILE          | TEXT       |
        | src/prices.py | price list |

      Examples:
        | how                   | reference                  |
        | with a dot before it  | ./src/prices.py            |
        | as an absolute path   | (top folder)/src/prices.py |
        | with an escaped slash | src\\u002fprices.py        |

    @E-06 @E-07 @E-94
    Scenario: A line refers to 420,000 bytes
      Given these uncommitted changes
        | CHANGE | FILE    | CONTENT                 |
        | add    | log.txt | (420,000 bytes of text) |
      When these changes are piped into the sync
        """
        {"path":"log.txt","content_ref":"log.txt","size":420000}
        """
      Then the sync completes
      And the index holds
        | FILE    | SIZE   | TIER      | TEXT                    |
        | log.txt | 420000 | reference | (420,000 bytes of text) |

    Scenario: A line refers to a file above the limit
      Given these uncommitted changes
        | CHANGE | FILE     | CONTENT                    |
        | add    | huge.txt | (10,485,761 bytes of text) |
      When these changes are piped into the sync
        """
        {"path":"huge.txt","content_ref":"huge.txt"}
        """
      Then the sync completes
      And the sync skips these files
        | FILE     | REASON    |
        | huge.txt | too-large |
      And the sync makes no index changes

  Rule: A blob of the repository comes before the file on disk

    Scenario: The file on disk has changed since the line was written
      Given these uncommitted changes
        | CHANGE | FILE      | CONTENT       |
        | edit   | README.md | something new |
      When these changes are piped into the sync
        """
        {"path":"README.md","content_ref":"README.md","blob":(blob of "README.md")}
        """
      Then the sync completes
      And the index holds
        | FILE      | TEXT  |
        | README.md | hello |

    Scenario: A line names a blob and nothing else
      When these changes are piped into the sync
        """
        {"path":"copy.md","blob":(blob of "README.md")}
        """
      Then the sync completes
      And the index holds
        | FILE    | TEXT  |
        | copy.md | hello |

    Scenario: The blob is in no repository and the file is another one
      When these changes are piped into the sync
        """
        {"path":"a.txt","content_ref":"README.md","blob":"1111111111111111111111111111111111111111"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE  | CATEGORY   |
        |    1 | a.txt | validation |
      And the sync makes no index changes

    Scenario: The blob is in no repository and there is no file
      When these changes are piped into the sync
        """
        {"path":"a.txt","blob":"1111111111111111111111111111111111111111"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE  | CATEGORY    |
        |    1 | a.txt | file-system |
      And the sync makes no index changes

  Rule: A reference that cannot be read fails alone

    @E-89 @E-91
    Scenario: The file is gone
      When these changes are piped into the sync
        """
        {"path":"gone.txt","content_ref":"gone.txt"}
        {"path":"README.md","content_ref":"README.md"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE     | CATEGORY    |
        |    1 | gone.txt | file-system |
      And the index holds
        | FILE      |
        | README.md |

    Scenario: The size is not what the line says
      When these changes are piped into the sync
        """
        {"path":"README.md","content_ref":"README.md","size":4}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE      | CATEGORY   |
        |    1 | README.md | validation |
      And the sync makes no index changes

    Scenario: The repository has no working tree
      Given the repository was replaced by a bare clone
      When these changes are piped into the sync
        """
        {"path":"README.md","content_ref":"README.md"}
        {"path":"src/prices.py","content_ref":"src/prices.py","blob":(blob of "src/prices.py")}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE      | CATEGORY    |
        |    1 | README.md | file-system |
      And the index holds
        | FILE          |
        | src/prices.py |

  Rule: Nothing outside of the repository's files is ever read

    Scenario Outline: A reference leads <where>
      When these changes are piped into the sync
        """
        {"path":"stolen.txt","content_ref":"<reference>"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE       | CATEGORY   |
        |    1 | stolen.txt | validation |
      And the sync makes no index changes

      Examples:
        | where                            | reference                  |
        | to the folder above              | ../secret.txt              |
        | up and down again                | src/../../secret.txt       |
        | to an absolute place             | /etc/hostname              |
        | up from an absolute place inside | (top folder)/../secret.txt |
        | into the git directory           | .git/config                |
        | there in other letters           | .GIT/config                |
        | nowhere                          |                            |

    Scenario: A reference spells its way up as bytes
      When these changes are piped into the sync
        """
        {"path":"stolen.txt","content_ref":"\udc2e\udc2e\udc2fsecret.txt"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE       | CATEGORY |
        |    1 | stolen.txt | encoding |
      And the sync makes no index changes

    Scenario: A reference leads through a symbolic link
      Given these uncommitted changes
        | CHANGE | FILE  | CONTENT                          |
        | add    | leads | (symbolic link to /etc/hostname) |
      When these changes are piped into the sync
        """
        {"path":"stolen.txt","content_ref":"leads"}
        """
      Then the sync completes with 1 failed file
      And these files failed
        | LINE | FILE       | CATEGORY   |
        |    1 | stolen.txt | validation |
      And the sync makes no index changes
