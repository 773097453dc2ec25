// Package read turns a selection of fields into SQL. Each type of the network
// says once, in db/<noun>.go, what it is to read it: its table, columns,
// to-one joins, to-many keys with their order, and who may see a row. From
// these declarations the package compiles an operation into one statement,
// joins the to-one chains, puts the visibility of every type on the way into
// the WHERE, and writes the JSON answer from the rows.
//
// A path to a row that skips its visibility cannot be expressed.
//
// # SQL in declarations
//
// Expressions are SQL with three kinds of hole:
//
//	{}          the alias of the row's own table ("{}.name")
//	{one}       in a To-One's On and OrderBy: the alias of the joined table
//	{parent}    in a To-Many's On: the key of the parent's row
//	:viewer_x   a value of the viewer, bound as a parameter; see Viewer values
//	?           in a Filter: the value of the argument, bound as a parameter
//
// Viewer values: :viewer_id (uuid or null), :viewer_centre (uuid or null),
// :viewer_kind ('ANONYMOUS', 'GUEST', 'STAFF'), :viewer_role ('NONE',
// 'COORDINATOR', 'ADMIN'), :viewer_job, :viewer_session (uuid or null),
// :viewer_gathering (uuid or null), :now (timestamptz).
package read

import (
	"time"

	"maillage/network"
)

// Type is what it is to read one GraphQL object type.
type Type struct {
	// Name is the type's name in schema.graphql.
	Name string
	// Table is the table (or view) the rows come from.
	Table string
	// Key is the SQL of the row's identity; "{}.id" when empty.
	Key string
	// KeyCast is the SQL type of the key; "uuid" when empty.
	KeyCast string
	// Visible is the predicate that says whether the viewer may see the row.
	// It is obligatory; "true" must be written to be meant.
	Visible string
	// Fields are the type's fields by their name in schema.graphql.
	Fields map[string]Field
	// Hidden are columns that computed fields need and nobody can select.
	Hidden map[string]Column
}

// Field is one of Column, One, Many, Poly or Computed.
type Field interface{ field() }

// Kind says how a column's value is written in JSON.
type Kind uint8

const (
	Text  Kind = iota // string, ID or enum
	Int               // 32-bit integer
	Float             // double precision
	Bool              // boolean
	Time              // timestamptz, RFC 3339 in UTC
	Date              // date, YYYY-MM-DD
	JSON              // json or jsonb that is written as it stands (scalar lists)
)

// Column is a stored value, or an SQL expression over the row and the viewer.
type Column struct {
	// SQL is the expression; empty means the column of the field's own name
	// in snake_case ("startsOn" → "{}.starts_on").
	SQL  string
	Kind Kind
}

// One is a to-one join. The row is null when it does not exist or when the
// viewer may not see it.
type One struct {
	// Type is a function so that declarations may refer to one another.
	Type func() *Type
	// Column is the parent's column that holds the other's key ("centre_id").
	Column string
	// On replaces Column where the tie is not a plain reference, over {} and
	// {one}. With OrderBy the first row in that order is taken.
	On      string
	OrderBy string
}

// Shape is how a to-many field answers.
type Shape uint8

const (
	// Connection answers edges, nodes, pageInfo and totalCount, and takes
	// first, after.
	Connection Shape = iota
	// Plain answers a list of at most Limit rows, for what is few by nature.
	Plain
)

// Many is a to-many field, or a list at the root.
type Many struct {
	Type  func() *Type
	Shape Shape
	// Limit bounds a Plain list; 100 when zero.
	Limit int
	// Parent is the child's SQL that equals the parent's key
	// ("{}.working_group_id"); empty at the root.
	Parent string
	// On replaces Parent where the tie is not a plain equality, over {} and
	// {parent}, the parent's key ("EXISTS (SELECT FROM membership m WHERE
	// m.group_id = {}.id AND m.centre_id = {parent})").
	On string
	// ParentKey is the parent's SQL to match; the parent's Key when empty.
	ParentKey string
	// ParentCast is the SQL type of ParentKey; the KeyCast of the parent when
	// empty.
	ParentCast string
	// Where is a fixed condition on the child's row.
	Where string
	// Filters are conditions by the dotted path of the argument
	// ("filter.states" → "{}.state = ANY(?)"). An argument that is absent,
	// null or an empty list adds nothing. "first", "after" and "orderBy" are
	// the engine's own.
	Filters map[string]Filter
	// Orders are the sort orders by the value of the orderBy argument; the
	// one named "" is the default and is obligatory. The row's key is added
	// as the last term so that every order is total.
	Orders map[string][]Term
}

// Filter is one condition on a list.
type Filter struct {
	// SQL is the condition, with ? for the value wherever it is needed.
	SQL string
	// Cast is the SQL type of the value ("uuid", "text[]", "timestamptz").
	Cast string
	// Like makes the value a contains-pattern: %, _ and \ are escaped and
	// percent signs put around it.
	Like bool
	// When limits the condition to this value (for booleans: "true").
	When string
	// Unless is the value that lifts a condition that holds otherwise, also
	// when nothing is given.
	Unless string
}

// Term is one term of a sort order. Its SQL must not be null. Text sorts by
// code point; write a COLLATE into the SQL where a reader expects their
// language's order, and index it so.
type Term struct {
	SQL  string
	Kind Kind
	// Cast is the SQL type to which a cursor's value is cast ("timestamptz").
	// When empty PostgreSQL infers it from SQL.
	Cast string
	Desc bool
}

// Poly is a to-one reference whose type is told by a column: a union or an
// interface. A kind that is not listed, or a row that the viewer may not see,
// is null.
type Poly struct {
	Kind  string // SQL that gives the discriminator
	ID    string // SQL that gives the key
	Types map[string]func() *Type
}

// Computed is a field that Go computes from columns of the row.
type Computed struct {
	// Needs are names of fields (Columns) or hidden columns of the same type.
	Needs []string
	// Value gets the viewer and the needed columns. It returns nil, a bool,
	// int, string, time.Time, []string, Object or []Object.
	Value func(v network.Viewer, row Row) any
}

// Object is a computed object; the selection picks among its values.
type Object map[string]any

// Row gives a computed field its columns by name. A null is the zero value.
type Row interface {
	String(name string) string
	Int(name string) int
	Bool(name string) bool
	Time(name string) time.Time
	IsNull(name string) bool
}

// Root is an entry of the Query type.
type Root interface{ root() }

// ByKey answers the one row whose key is the argument of that name, or null.
type ByKey struct {
	Type func() *Type
	// Arg is the argument's name; "id" when empty.
	Arg string
	// Where replaces the match on the key ("{}.id = :viewer_id"); ? is Arg.
	Where string
}

func (Column) field()   {}
func (One) field()      {}
func (Many) field()     {}
func (Poly) field()     {}
func (Computed) field() {}
func (ByKey) root()     {}
func (Many) root()      {}
