package migrations

// The tests run from outside, because the package that gives them a database imports this one.
var (
	UpSteps = up
	HashOf  = hash
)
