package read

import (
	"container/list"
	"errors"
	"sync"
)

// errNotCompiled is what is left of a plan whose compilation panicked.
var errNotCompiled = errors.New("read: the plan could not be compiled")

// maxPlans bounds the plans that are kept. A client has some hundred
// operations; what goes beyond is somebody trying things out.
const maxPlans = 1024

// A planCache keeps the plans used last, by the shape they were compiled for.
type planCache struct {
	mu    sync.Mutex
	max   int
	byKey map[string]*list.Element
	used  *list.List // of *planEntry, the last used in front
}

type planEntry struct {
	key  string
	once sync.Once
	plan *plan
	err  error
}

func newPlanCache(max int) *planCache {
	return &planCache{max: max, byKey: map[string]*list.Element{}, used: list.New()}
}

// get gives the plan of the key; of those who ask at once, one compiles it.
func (c *planCache) get(key []byte, compile func() (*plan, error)) (*plan, error) {
	e := c.entry(key)
	e.once.Do(func() { e.plan, e.err = compile() })
	return e.plan, e.err
}

func (c *planCache) entry(key []byte) *planEntry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if el, ok := c.byKey[string(key)]; ok {
		c.used.MoveToFront(el)
		return el.Value.(*planEntry)
	}
	e := &planEntry{key: string(key), err: errNotCompiled}
	c.byKey[e.key] = c.used.PushFront(e)
	if c.used.Len() > c.max {
		last := c.used.Back()
		c.used.Remove(last)
		delete(c.byKey, last.Value.(*planEntry).key)
	}
	return e
}
