"""Moving figures: a person from joint angles (pure), and the painter that draws one."""
