package read

// Selection is one field of an operation, as a plain tree: the GraphQL
// library's own types end at the door of this package. Fragments are already
// merged and directives applied.
type Selection struct {
	// Name is the field's name in the schema, Alias the key in the answer.
	Name, Alias string
	// NonNull says that the schema promises a value, so that a null must
	// take its parent with it.
	NonNull bool
	// NonNullItem says the same of the items of a list.
	NonNullItem bool
	// Type is the name of the field's type in the schema, without its list and
	// non-null marks. It answers __typename where no declared type stands.
	Type string
	// Args are the coerced arguments.
	Args map[string]any
	// On limits the field to rows of these types, for unions and interfaces.
	On []string
	// Fields are the children, in the order of the answer.
	Fields []*Selection
}
