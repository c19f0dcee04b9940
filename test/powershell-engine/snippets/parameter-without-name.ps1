param([string])
