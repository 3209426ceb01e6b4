Feature: Finding out what the command can do
  Whoever types the command for the first time finds every verb and option in its own
  help, and the version names the commit it was built from.

  Rule: Help names the verbs and options it belongs to

    Scenario Outline: Somebody asks for help on <topic>
      When the operator runs "<command>"
      Then the exit code is 0
      And the output shows
        """
        <shows>
        """
      And the error output is empty

      Examples:
        | topic             | command                  | shows          |
        | the whole command | neap --help              | index          |
        | the index         | neap index --help        | verify         |
        | a sync            | neap index sync --help   | --working-tree |
        | a search          | neap index search --help | --language     |
        | the feed          | neap repo changes --help | --repository   |
        | the store         | neap store check --help  | --store        |
        | kinds of stores   | neap index sync --help   | qdrant+http:// |
        | JSON of a sync    | neap index sync --help   | one document   |
        | JSON of an export | neap index export --help | one a line     |
        | JSON of a feed    | neap repo changes --help | one a line     |

    Scenario: Somebody mistypes a command
      When the operator runs "neap index snyc"
      Then the exit code is 2
      And the error output shows
        """
        snyc
        neap index --help
        """

  Rule: The version names the product, its commit and its database library

    Scenario: Somebody asks for the version
      When the operator runs "neap --version"
      Then the exit code is 0
      And the output shows
        """
        neap
        SQLite
        """
