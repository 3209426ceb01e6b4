Feature: Treating every name and line end as it is
  File names are bytes and git stores them all. A name that is hard to type, or a file
  whose line ends differ between machines, is indexed exactly like any other.

  Background:
    Given a repository "shop"

  Rule: Every path that git can hold can be indexed and found

    Scenario Outline: A file name holds <what is special>
      Given the commits
        | MESSAGE  | CHANGE | FILE   | CONTENT       |
        | odd name | add    | <file> | a normal text |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE   | TEXT          |
        | <file> | a normal text |
      And a search for "normal text" finds
        | FILE   |
        | <file> |
      And the index is in step with branch "main"

      Examples: signs that shells and markup care about
        | what is special  | file                    |
        | spaces           | my price list.txt       |
        | double quotes    | the "best" prices.txt   |
        | a single quote   | it's cheap.txt          |
        | a leading dash   | -rf.txt                 |
        | an option's name | --help                  |
        | an HTML tag      | <script>alert(1).txt    |
        | a backslash      | old\\prices.txt         |
        | wildcards        | prices[1]*?.txt         |
        | a semicolon      | a; drop table file;.txt |

      Examples: signs that text tools stumble over
        | what is special     | file                      |
        | a newline           | two\nlines.txt            |
        | accents             | Preisübersicht.txt        |
        | letters of Japanese | 価格/一覧.txt             |
        | an emoji            | 🌷 tulips.txt              |
        | bytes outside UTF-8 | caf\\udce9.txt            |
        | a tab               | (a path with a tab)       |
        | a very long path    | (a path of 4,000 bytes)   |
        | more than a buffer  | (a path of 300,000 bytes) |

    Scenario: Two spellings of an accent are two files
      Given the commits
        | MESSAGE | CHANGE | FILE                   | CONTENT        |
        | accents | add    | (café.txt, composed)   | written in one |
        |         | add    | (café.txt, decomposed) | written in two |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE                   | EMBEDDED |
        | added  | (café.txt, composed)   | yes      |
        | added  | (café.txt, decomposed) | yes      |

    Scenario: A file with bytes outside UTF-8 in its name is deleted
      Given the commits
        | MESSAGE  | CHANGE | FILE           |
        | odd name | add    | caf\\udce9.txt |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE           |
        | no more | delete | caf\\udce9.txt |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE           |
        | removed | caf\\udce9.txt |

    Scenario: A file changes only the case of its name
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT      |
        | start   | add    | readme.md | a small shop |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | OLD FILE  | FILE      |
        | louder  | move   | readme.md | README.md |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | OLD FILE  | FILE      | EMBEDDED |
        | moved  | readme.md | README.md | no       |

    Scenario: Two names differ only in case
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT         |
        | start   | add    | readme.md | a quiet welcome |
        |         | add    | README.md | a loud welcome  |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE      | TEXT            |
        | README.md | a loud welcome  |
        | readme.md | a quiet welcome |

  Rule: Line ends are indexed as they were committed

    Scenario: A file was committed with Windows line ends
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                           |
        | start   | add    | orders.txt | (one\ntwo with windows line ends) |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE       | TEXT                              |
        | orders.txt | (one\ntwo with windows line ends) |

    Scenario: A checkout converts line ends
      Given the commits
        | MESSAGE | CHANGE | FILE           | CONTENT        |
        | start   | add    | .gitattributes | *.txt eol=crlf |
        |         | add    | orders.txt     | one\ntwo\n     |
      When the index is synced
      Then the sync completes
      And the index holds
        | FILE           | TEXT           |
        | .gitattributes | *.txt eol=crlf |
        | orders.txt     | one\ntwo\n     |
      And the repository is untouched

    Scenario: A rule for line ends is added without touching the files
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT    |
        | start   | add    | orders.txt | one\ntwo\n |
      And the index was synced
      And the commits
        | MESSAGE  | CHANGE | FILE           | CONTENT        |
        | eol rule | add    | .gitattributes | *.txt eol=crlf |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE           |
        | added  | .gitattributes |

    Scenario: All line ends of a file are converted
      Given the commits
        | MESSAGE | CHANGE | FILE       | CONTENT    |
        | start   | add    | orders.txt | one\ntwo\n |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE       | CONTENT                             |
        | convert | edit   | orders.txt | (one\ntwo\n with windows line ends) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE       | EMBEDDED |
        | updated | orders.txt | yes      |
      And the index is in step with branch "main"

  Rule: What a path is, not only what it is called, decides

    Scenario: A file becomes executable
      Given the commits
        | MESSAGE | CHANGE | FILE      | CONTENT          |
        | start   | add    | deploy.sh | copy to the shop |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE      |
        | run it  | mode   | deploy.sh |
      When the index is synced
      Then the sync completes
      And the sync makes no index changes
      And the index is in step with branch "main"

    Scenario: A symbolic link is not followed
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                        |
        | start   | add    | docs/new.md | the new page                   |
        |         | add    | docs/old.md | (symbolic link to new.md)      |
        |         | add    | etc         | (symbolic link to /etc/passwd) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE        |
        | added  | docs/new.md |
      And the sync skips these files
        | FILE        | REASON        |
        | docs/old.md | symbolic-link |
        | etc         | symbolic-link |

    Scenario: A file is replaced by a symbolic link
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT      |
        | start   | add    | docs/new.md | the new page |
        |         | add    | docs/old.md | the old page |
      And the index was synced
      And the commits
        | MESSAGE  | CHANGE | FILE        | CONTENT                   |
        | redirect | edit   | docs/old.md | (symbolic link to new.md) |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE  | FILE        |
        | removed | docs/old.md |
      And the index is in step with branch "main"

    Scenario: A symbolic link is replaced by a file
      Given the commits
        | MESSAGE | CHANGE | FILE        | CONTENT                   |
        | start   | add    | docs/old.md | (symbolic link to new.md) |
      And the index was synced
      And the commits
        | MESSAGE | CHANGE | FILE        | CONTENT      |
        | own     | edit   | docs/old.md | the old page |
      When the index is synced
      Then the sync completes
      And the sync makes these index changes
        | CHANGE | FILE        |
        | added  | docs/old.md |
